using System.Text.RegularExpressions;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Tells a question that leans on what was said before ("and for German?") from one that stands for itself.</summary>
internal static partial class FollowUp
{
    private const int Milliseconds = 5_000;
    private const int FewWords = 5;

    public static bool LeansOnBefore(string question)
    {
        var words = Core.Documents.Sentences.CountWords(question);
        return Opening().IsMatch(question) || Pronoun().IsMatch(question) || words < FewWords;
    }

    [GeneratedRegex(
        @"^\s*(?:and|but|so|then|also|why|what about|how about|那|那么|为什么|还有|所以|然后|但是)\b?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"\b(?:it|its|they|them|their|he|she)\b|它|他们|上述|前面",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Pronoun();
}
