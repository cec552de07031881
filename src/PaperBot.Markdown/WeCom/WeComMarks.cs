using System.Text;
using PaperBot.Markdown.Plain;

namespace PaperBot.Markdown.WeCom;

/// <summary>The marks of WeCom's Markdown.</summary>
/// <see href="https://developer.work.weixin.qq.com/document/path/101463"/>
internal sealed class WeComMarks : MarkdownMarks
{
    private const string Marks = "\\*`~[]|";

    private WeComMarks() { }

    public static WeComMarks Instance { get; } = new();

    public override string Rule => "---";

    public static string Escape(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var startsLine = i == 0 || text[i - 1] == '\n';
            if (
                Marks.Contains(c, StringComparison.Ordinal)
                || (c == '_' && !IsInsideWord(text, i))
                || (startsLine && c is '#' or '>' or '-' or '+')
            )
                safe.Append('\\');
            safe.Append(c);
            if (c == '<' && OpensTag(text, i))
                safe.Append(Gap);
        }
        return safe.ToString();
    }

    public override string Literal(ReadOnlySpan<char> text) => Escape(text);

    public override string Link(string words, string address, bool isLast)
    {
        var safe = Address(address);
        return words.Length == 0 || words == address ? $"[{Escape(address)}]({safe})" : $"[{words}]({safe})";
    }

    public override string Code(string code)
    {
        var safe = WithoutTags(code.ReplaceLineEndings(" "));
        return safe.Contains('`', StringComparison.Ordinal) ? $"`` {safe} ``" : $"`{safe}`";
    }

    public override string Fence(string code, string language) => base.Fence(WithoutTags(code), language);

    public override string Moment(DateTimeOffset instant, Reader reader) => Moments.Word(instant, reader);

    public override string Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var lines = rows.Select(row => Row(Enumerable.Range(0, columns).Select(c => c < row.Count ? row[c] : "")))
            .ToList();
        lines.Insert(1, Row(Enumerable.Repeat("---", columns)));
        return string.Join('\n', lines);
    }

    private static string Row(IEnumerable<string> cells) =>
        "| " + string.Join(" | ", cells.Select(cell => cell.ReplaceLineEndings(" "))) + " |";

    private static string WithoutTags(string code)
    {
        var safe = new StringBuilder(code.Length + 8);
        for (var i = 0; i < code.Length; i++)
        {
            safe.Append(code[i]);
            // A mention and a hidden thought are recognised anywhere, even in code.
            if (code[i] == '<' && i + 1 < code.Length && (code[i + 1] == '@' || IsThought(code.AsSpan(i + 1))))
                safe.Append(Gap);
        }
        return safe.ToString();
    }

    private static bool IsThought(ReadOnlySpan<char> rest) =>
        rest.TrimStart('/').StartsWith("think", StringComparison.OrdinalIgnoreCase);

    private static bool OpensTag(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '@' or '/' or '!' or '?');

    private static bool IsInsideWord(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
