using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// The lines of a PDF that are set as headings are, bold or larger than the running text, as <c>mutool draw -F
/// stext.json</c> tells of them.
/// </summary>
internal sealed partial class PdfMarks
{
    private const int LongestLine = 120;
    private const int Larger = 1;
    private const int SameLine = 3;
    private const int FarApart = 60;
    private const int FewLetters = 2;
    private const int LongestTitle = 400;
    private const int FewNumbers = 3;
    private const int Milliseconds = 5_000;

    private readonly HashSet<(int Page, string Line)> _lines = [];
    private readonly Dictionary<(int Page, string Title), string> _numbers = [];

    private PdfMarks() { }

    /// <summary>Nothing is known.</summary>
    public static PdfMarks None { get; } = new();

    /// <summary>True when enough numbered headings were seen that one which was not seen is none.</summary>
    public bool HasNumbers => _numbers.Count >= FewNumbers;

    /// <summary>The paper's title: what is set largest on the first page; null when nothing is.</summary>
    public string? Title { get; private set; }

    /// <summary>Whether a line of a page (from 1) is set as headings are.</summary>
    public bool Has(int page, string line) => line.Length <= LongestLine && _lines.Contains((page, Plain(line)));

    /// <summary>The number that stands beside a title, though the text has it elsewhere; null: none.</summary>
    public string? NumberOf(int page, string title) =>
        title.Length <= LongestLine ? _numbers.GetValueOrDefault((page, Plain(title))) : null;

    /// <summary>Reads the program's output; what cannot be read tells nothing.</summary>
    public static PdfMarks Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var pages = document.RootElement.GetProperty("pages").EnumerateArray().Select(LinesOf).ToList();
            var body = pages
                .SelectMany(page => page)
                .GroupBy(line => line.Size, line => line.Text.Length)
                .OrderByDescending(sizes => sizes.Sum())
                .Select(sizes => sizes.Key)
                .FirstOrDefault();
            var marks = new PdfMarks { Title = pages.Count == 0 ? null : TitleOf(pages[0], body) };
            for (var page = 0; page < pages.Count; page++)
                marks.Add(page + 1, pages[page], body);
            return marks;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return None;
        }
    }

    // The first run of lines in the largest type; arXiv's stamp at the margin is larger than most titles.
    private static string? TitleOf(List<Line> page, double body)
    {
        var lines = page.Where(line => !line.Text.TrimStart().StartsWith("arXiv:", StringComparison.Ordinal)).ToList();
        var largest = lines
            .Where(line => line.Text.Count(char.IsLetter) >= FewLetters)
            .Select(line => line.Size)
            .DefaultIfEmpty(0)
            .Max();
        if (largest < body + Larger)
            return null;
        var rows = new List<string>();
        var y = double.NaN;
        foreach (var line in lines.SkipWhile(line => line.Size < largest).TakeWhile(line => line.Size >= largest))
        {
            if (Math.Abs(line.Y - y) <= SameLine)
                rows[^1] += line.Text;
            else
                rows.Add(line.Text);
            y = line.Y;
        }
        var title = PdfPage.Join(rows.Select(row => row.Trim()));
        return title.Length is > 0 and <= LongestTitle ? title : null;
    }

    private void Add(int page, List<Line> lines, double body)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBold || line.Size >= body + Larger)
                _lines.Add((page, Plain(line.Text)));
            // A heading's number is a line of its own beside its title.
            if (i == 0 || !IsBeside(lines[i - 1], line) || !Number().IsMatch(lines[i - 1].Text))
                continue;
            var number = lines[i - 1].Text.Trim().TrimEnd('.');
            var isDotted = number.Contains('.', StringComparison.Ordinal);
            if (!(line.IsBold || line.Size >= body + Larger || (isDotted && line.Size >= body)))
                continue;
            var title = Plain(line.Text);
            if (title.Length < 2)
                continue;
            _lines.Add((page, Plain(number) + title));
            _numbers.TryAdd((page, title), number);
        }
    }

    private static bool IsBeside(Line left, Line right) =>
        Math.Abs(left.Y - right.Y) <= SameLine
        && left.Size == right.Size
        && left.IsBold == right.IsBold
        && right.X - left.X is > 0 and < FarApart;

    private static List<Line> LinesOf(JsonElement page)
    {
        var lines = new List<Line>();
        foreach (var block in page.GetProperty("blocks").EnumerateArray())
            if (block.TryGetProperty("lines", out var inner))
                foreach (var line in inner.EnumerateArray())
                {
                    var font = line.GetProperty("font");
                    lines.Add(
                        new(
                            line.GetProperty("text").GetString() ?? "",
                            line.GetProperty("x").GetDouble(),
                            line.GetProperty("y").GetDouble(),
                            font.GetProperty("size").GetDouble(),
                            font.GetProperty("weight").GetString() == "bold"
                        )
                    );
                }
        return lines;
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^\s*(?:[1-9]\d?|[A-H])(?:\.[1-9]\d?){0,3}\.?\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Number();

    private sealed record Line(string Text, double X, double Y, double Size, bool IsBold);
}
