namespace PaperBot.Handlers.Calculate;

/// <summary>TeX as people paste it, without the signs around it.</summary>
/// <param name="Tex">Of mathematics mode, without delimiters.</param>
/// <param name="Display">False where the signs are those of a formula inside a line.</param>
internal readonly record struct LatexSource(string Tex, bool Display)
{
    private static readonly (string Open, string Close, bool Display)[] Delimiters =
    [
        ("$$", "$$", true),
        ("$", "$", false),
        (@"\[", @"\]", true),
        (@"\(", @"\)", false),
    ];

    public static LatexSource Of(string typed)
    {
        var text = typed.Trim();
        foreach (var (open, close, display) in Delimiters)
        {
            if (text.Length < open.Length + close.Length)
                continue;
            if (!text.StartsWith(open, StringComparison.Ordinal) || !text.EndsWith(close, StringComparison.Ordinal))
                continue;
            var inner = text[open.Length..^close.Length];
            if (!Ends(inner) && !inner.Contains(open, StringComparison.Ordinal))
                return new LatexSource(inner.Trim(), display);
        }
        return new LatexSource(text, true);
    }

    /// <summary>Whether the closing sign is an escaped one: <c>\\$</c> ends nothing.</summary>
    private static bool Ends(string inner) => (inner.Length - inner.TrimEnd('\\').Length) % 2 == 1;
}
