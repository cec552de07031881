using System.Text;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Papers;

/// <summary>Turns the TeX that authors type into metadata into plain text. Formulas (<see cref="MathSpan"/>) stay as they are.</summary>
public static class TexText
{
    private const int LongestDecoded = 50_000;

    /// <summary>One line: accents, symbols and quotation marks decoded, white space folded.</summary>
    public static string Line(string? text) => FoldSpace(Decode(text ?? ""));

    /// <summary>The same for an abstract: wrapped lines are joined, and paragraphs stay apart by an empty line.</summary>
    public static string Paragraphs(string? text)
    {
        var paragraphs = new List<StringBuilder> { new() };
        var longest = 0;
        foreach (var line in Decode(text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            // arXiv begins a paragraph with a line that is indented. Its older feeds indent every line, but wrap
            // them below this width.
            var isIndented = line.StartsWith("  ", StringComparison.Ordinal) && longest > 90;
            if ((isIndented || string.IsNullOrWhiteSpace(line)) && paragraphs[^1].Length > 0)
                paragraphs.Add(new());
            longest = Math.Max(longest, line.Length);
            paragraphs[^1].Append(line).Append(' ');
        }

        return string.Join("\n\n", paragraphs.Select(p => FoldSpace(p.ToString())).Where(p => p.Length > 0));
    }

    /// <summary>
    /// Decodes accents, Greek letters and symbols outside formulas; white space stays. A text of more than 50,000
    /// characters stays as it is.
    /// </summary>
    public static string Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestDecoded || text.AsSpan().IndexOfAny("\\`'~") < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        for (var from = 0; from < text.Length; )
        {
            var (start, length) = MathSpan.Next(text, from);
            var end = start < 0 ? text.Length : start;
            TexDecoder.Decode(text.AsSpan(from, end - from), decoded);
            if (start >= 0)
                decoded.Append(text, start, length);
            from = end + length;
        }

        return decoded.ToString();
    }

    /// <summary>Runs of white space, control characters included, become one space.</summary>
    private static string FoldSpace(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().Trim();
    }
}
