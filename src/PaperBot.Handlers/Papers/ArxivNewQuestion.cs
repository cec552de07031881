using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>What <c>/arxiv new</c> is asked for: categories and a day, however they are mixed.</summary>
/// <param name="Categories">What stands for categories; empty for mine.</param>
/// <param name="Day">Null for the current announcement.</param>
internal sealed record ArxivNewQuestion(string Categories, DateOnly? Day)
{
    private const int LongestDate = 3;

    /// <summary>arXiv's first day.</summary>
    private static readonly DateOnly First = new(1991, 8, 14);

    /// <summary>
    /// Reads the words and the value of <c>date:</c>. Without that, a date at the beginning or at the end of the words
    /// is one.
    /// </summary>
    public static Outcome<ArxivNewQuestion> Read(string words, string? date, DateOnly today)
    {
        if (date is not null)
            return DayText.TryParse(date, today, out var day) ? Checked(words, day, today) : NotADay(date);
        var tokens = words.Split([' ', '\t', '\n', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(LongestDate, tokens.Length); length > 0; length--)
        {
            if (DayText.TryParse(string.Join(' ', tokens[^length..]), today, out var last))
                return Checked(string.Join(' ', tokens[..^length]), last, today);
            if (DayText.TryParse(string.Join(' ', tokens[..length]), today, out var first))
                return Checked(string.Join(' ', tokens[length..]), first, today);
        }

        // A 30 February is a slip in the day, not an unknown category.
        return tokens.FirstOrDefault(DayText.LooksLikeOne) is { } slip
            ? NotADay(slip)
            : new ArxivNewQuestion(words.Trim(), null);
    }

    private static Outcome<ArxivNewQuestion> Checked(string categories, DateOnly day, DateOnly today)
    {
        if (day > today)
            return Errors.UserInput("announce.future", ("day", DayName.Of(day)));
        if (day < First)
            return Errors.UserInput("announce.before", ("day", DayName.Of(day)), ("first", DayName.Of(First)));
        return new ArxivNewQuestion(categories, day == today ? null : day);
    }

    private static Error NotADay(string typed) =>
        Errors.UserInput("announce.day", ("typed", MarkdownText.Code(ShortText.Of(typed))));
}
