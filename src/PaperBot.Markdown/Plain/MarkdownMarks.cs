using PaperBot.Markdown.Unicode;

namespace PaperBot.Markdown.Plain;

/// <summary>What chats have in common that show Markdown themselves.</summary>
internal abstract class MarkdownMarks : ChatMarks
{
    /// <summary>Nothing, where it keeps marks apart.</summary>
    protected const char Gap = '\u200b';

    public override string Bullet => "- ";

    public override string Quotation => "> ";

    public override string Emphasis(string text, char mark, int count) =>
        (mark, count) switch
        {
            ('~', _) => $"~~{text}~~",
            (_, >= 2) => $"**{text}**",
            _ => $"*{text}*",
        };

    public override string Fence(string code, string language)
    {
        var tag = language.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '#') ? language : "";
        return $"```{tag}\n{code.Replace("```", "``" + Gap + "`", StringComparison.Ordinal)}\n```";
    }

    public override string Formula(string tex, bool display)
    {
        if (UnicodeMath.TryWrite(tex, out var text))
            return Literal(text);
        return display || tex.Contains('\n', StringComparison.Ordinal)
            ? "\n" + Fence(tex.Trim(), "tex") + "\n"
            : Code(tex);
    }

    public override string Heading(string text, int level) => level <= 2 ? $"### {text}" : $"**{text}**";

    /// <summary>An address whose brackets do not end the link.</summary>
    protected static string Address(string address) =>
        address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
