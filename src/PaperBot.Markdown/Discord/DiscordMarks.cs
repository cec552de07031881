using System.Globalization;
using System.Text;
using PaperBot.Markdown.Plain;

namespace PaperBot.Markdown.Discord;

/// <summary>Discord's own marks.</summary>
/// <see href="https://support.discord.com/hc/en-us/articles/210298617"/>
internal sealed class DiscordMarks : MarkdownMarks
{
    private const string Marks = "\\*_~`|<>[]()#@";

    private DiscordMarks() { }

    public static DiscordMarks Instance { get; } = new();

    public override string Rule => "───";

    public static string Escape(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var startsLine = i == 0 || text[i - 1] == '\n';
            if (Marks.Contains(c, StringComparison.Ordinal) || (startsLine && c is '-' or '+') || IsScheme(text, i))
                safe.Append('\\');
            safe.Append(c);
        }
        return safe.ToString();
    }

    public override string Literal(ReadOnlySpan<char> text) => Escape(text);

    public override string Link(string words, string address, bool isLast)
    {
        var safe = Address(address);
        safe = safe.Replace(">", "%3E", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal);
        // Angle brackets keep Discord from adding a preview of its own.
        return words.Length == 0 || words == address ? $"<{safe}>" : $"[{words}](<{safe}>)";
    }

    public override string Code(string code)
    {
        if (!code.Contains('`', StringComparison.Ordinal))
            return $"`{code}`";
        var padded = code.Replace("``", "`" + Gap + "`", StringComparison.Ordinal);
        return $"`` {padded} ``";
    }

    public override string Moment(DateTimeOffset instant, Reader reader) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:f>");

    public override string Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var widths = Enumerable
            .Range(0, columns)
            .Select(c => rows.Max(row => c < row.Count ? Width(row[c]) : 0))
            .ToArray();
        var lines = rows.Select(row =>
            string.Join("  ", row.Select((cell, c) => Plain(cell) + new string(' ', widths[c] - Width(cell)))).TrimEnd()
        );
        return Fence(string.Join('\n', lines), "");
    }

    /// <summary>Inside code nothing is escaped.</summary>
    private static string Plain(string cell)
    {
        var plain = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length && Marks.Contains(cell[i + 1], StringComparison.Ordinal))
                i++;
            plain.Append(cell[i]);
        }
        return plain.ToString();
    }

    private static int Width(string cell) => Plain(cell).EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 2 : 1);

    /// <summary>A bare address becomes a link by itself; in text that is not ours it must not.</summary>
    private static bool IsScheme(ReadOnlySpan<char> text, int at) =>
        text[at] == ':' && at >= 4 && text[(at - 4)..at] is "http" or "ttps" && text[(at + 1)..].StartsWith("//");
}
