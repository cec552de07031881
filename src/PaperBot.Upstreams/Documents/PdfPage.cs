using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// The blocks of text on the pages of a PDF, in reading order: running heads, page numbers and arXiv's stamp are left
/// out, lines joined, ligatures taken apart.
/// </summary>
internal static partial class PdfPage
{
    private const int EdgeLines = 3;
    private const int Milliseconds = 5_000;

    /// <summary>The blocks of each page; a block is the lines between two empty ones.</summary>
    public static IReadOnlyList<IReadOnlyList<string[]>> Blocks(IReadOnlyList<string> pages)
    {
        var lines = pages.Select(page => page.Split('\n').Select(Clean).ToArray()).ToList();
        var running = Running(lines);
        return [.. lines.Select(page => Cut(page, running))];
    }

    /// <summary>Lines as one text: a space between them, none between Chinese characters.</summary>
    public static string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0 && line.Length > 0)
            {
                if (text[^1] == '-' && text.Length > 1 && char.IsLower(text[^2]) && char.IsLower(line[0]))
                    text.Length--;
                else if (!(IsChinese(text[^1]) && IsChinese(line[0])))
                    text.Append(' ');
            }
            text.Append(line);
        }
        return text.ToString();
    }

    private static List<string[]> Cut(string[] page, HashSet<string> running)
    {
        var kept = Kept(page, running);
        JoinNumbers(kept);
        var blocks = new List<string[]>();
        var open = new List<string>();
        foreach (var line in kept.Append(""))
            if (line.Length > 0)
                open.Add(line);
            else if (open.Count > 0)
            {
                blocks.Add([.. open]);
                open.Clear();
            }
        return blocks;
    }

    private static List<string> Kept(string[] page, HashSet<string> running)
    {
        var kept = new List<string>();
        var filled = page.Index().Where(line => line.Item.Length > 0).Select(line => line.Index).ToList();
        for (var i = 0; i < page.Length; i++)
        {
            var place = filled.BinarySearch(i);
            var isEdge = place >= 0 && (place < EdgeLines || place >= filled.Count - EdgeLines);
            var line = page[i];
            if (isEdge && (IsPageNumber(page, filled, place) || IsStamp(line) || running.Contains(Pattern(line))))
                continue;
            kept.Add(line);
        }
        return kept;
    }

    // A heading's number often stands apart from its title.
    private static void JoinNumbers(List<string> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!Number().IsMatch(lines[i]))
                continue;
            var next = lines[i + 1].Length == 0 ? i + 2 : i + 1;
            if (next >= lines.Count || !Title().IsMatch(lines[next]))
                continue;
            lines[next] = $"{lines[i]} {lines[next]}";
            lines[i] = "";
            if (next + 1 < lines.Count && lines[next + 1].Length > 0)
                lines.Insert(next + 1, "");
        }
    }

    // What stands at the edge of three pages and a fifth of them, digits aside, is no text.
    private static HashSet<string> Running(List<string[]> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var filled = page.Where(line => line.Length > 0).ToList();
            var edges = filled.Take(EdgeLines).Concat(filled.Skip(Math.Max(EdgeLines, filled.Count - EdgeLines)));
            foreach (var pattern in edges.Select(Pattern).Where(pattern => pattern.Length > 2).Distinct())
                counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        }
        var least = Math.Max(3, pages.Count / 5);
        return [.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key)];
    }

    private static string Pattern(string line) => string.Concat(line.Where(c => !char.IsDigit(c))).Trim();

    // The first or last line of a page; but a number over a title is the heading's.
    private static bool IsPageNumber(string[] page, List<int> filled, int place)
    {
        var line = page[filled[place]];
        return place == filled.Count - 1
            ? IsNumber(line)
            : place == 0 && IsNumber(line) && !(Number().IsMatch(line) && Title().IsMatch(page[filled[1]]));
    }

    private static bool IsNumber(string line) =>
        line.Length <= 9
        && line.Any(char.IsAsciiDigit)
        && line.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '–');

    private static bool IsStamp(string line) =>
        line.StartsWith("arXiv:", StringComparison.Ordinal) && line.Contains('[', StringComparison.Ordinal);

    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var c in line)
            if (c is >= '\uFB00' and <= '\uFB06')
                clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            else if (c == '$')
                clean.Append("\\$");
            else if (c != '\u00AD' && (c is ' ' || !char.IsControl(c)))
                clean.Append(c);
        return clean.ToString().Trim();
    }

    private static bool IsChinese(char c) => c is (>= '\u3000' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');

    [GeneratedRegex(@"^(?:[1-9]\d?|[A-H])(?:\.[1-9]\d?){0,3}\.?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?!Fig|Table|Algorithm|图|表)[\p{Lu}\p{Lo}](?!.*\. )[^=]{2,90}(?<![.,;:。，])$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Title();
}
