using System.Text;
using PaperBot.Markdown.Plain;
using PaperBot.Markdown.Unicode;

namespace PaperBot.Markdown.WeCom;

/// <summary>The marks of WeCom's Markdown.</summary>
/// <see href="https://developer.work.weixin.qq.com/document/path/101463"/>
internal sealed class WeComMarks : ChatMarks
{
    private const string Marks = "\\*`~[]|";
    private const char Gap = '\u200b';

    private WeComMarks() { }

    public static WeComMarks Instance { get; } = new();

    public override string Bullet => "- ";

    public override string Quotation => "> ";

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

    public override string Emphasis(string text, char mark, int count) =>
        (mark, count) switch
        {
            ('~', _) => $"~~{text}~~",
            (_, >= 2) => $"**{text}**",
            _ => $"*{text}*",
        };

    public override string Link(string words, string address, bool isLast)
    {
        var safe = address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return words.Length == 0 || words == address ? $"[{Escape(address)}]({safe})" : $"[{words}]({safe})";
    }

    public override string Code(string code)
    {
        var safe = WithoutTags(code.ReplaceLineEndings(" "));
        return safe.Contains('`', StringComparison.Ordinal) ? $"`` {safe} ``" : $"`{safe}`";
    }

    public override string Fence(string code, string language)
    {
        var tag = language.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '#') ? language : "";
        return $"```{tag}\n{WithoutTags(code).Replace("```", "``" + Gap + "`", StringComparison.Ordinal)}\n```";
    }

    public override string Formula(string tex, bool display)
    {
        if (UnicodeMath.TryWrite(tex, out var text))
            return Escape(text);
        return display || tex.Contains('\n', StringComparison.Ordinal)
            ? "\n" + Fence(tex.Trim(), "tex") + "\n"
            : Code(tex);
    }

    public override string Moment(DateTimeOffset instant, Reader reader) => Moments.Word(instant, reader);

    public override string Heading(string text, int level) => level <= 2 ? $"### {text}" : $"**{text}**";

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
