namespace PaperBot.Handlers.Questions.Generating;

/// <summary>How many tokens a text has, guessed on the safe side: providers count each in their own way.</summary>
internal static class TokenGuess
{
    private const double Ascii = 0.32;
    private const double Other = 0.7;
    private const double Chinese = 1;

    public static int Of(ReadOnlySpan<char> text)
    {
        var tokens = 0.0;
        foreach (var c in text)
            tokens +=
                c < 0x80 ? Ascii
                : c is >= '\u3000' and <= '\u9FFF' or >= '\uFF00' ? Chinese
                : Other;
        return (int)Math.Ceiling(tokens);
    }
}
