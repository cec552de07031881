namespace PaperBot.Markdown.Unicode;

/// <summary>Formulas as a line of Unicode text: <c>x_i^2 \le \frac{1}{n}</c> is xᵢ² ≤ 1/n.</summary>
public static class UnicodeMath
{
    /// <summary>The longest source that is read; a longer formula is none for a line.</summary>
    public const int MaxSource = 400;

    /// <summary>
    /// Writes the formula if a line of text can say it without doubt. It cannot when there are rows or columns (matrices,
    /// cases, aligned lines), fractions in fractions, something above or below something else, or an unknown command.
    /// </summary>
    /// <param name="latex">The formula without its dollar signs.</param>
    /// <param name="text">The line, not escaped for any dialect; empty when there is none.</param>
    /// <returns>Whether there is a line.</returns>
    public static bool TryWrite(string latex, out string text)
    {
        ArgumentNullException.ThrowIfNull(latex);
        text = "";
        if (latex.Length > MaxSource || string.IsNullOrWhiteSpace(latex))
            return false;
        var reader = new UnicodeReader(latex);
        if (!reader.TryReadAll(out var line) || line.Length == 0)
            return false;
        text = line;
        return true;
    }
}
