using System.Text;
using PaperBot.Core.Progress;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Splitting;
using PaperBot.Markdown.WeCom;
using PaperBot.Platforms.Progress;
using PaperBot.Platforms.WeChat.WeCom.Rendering;

namespace PaperBot.Platforms.WeChat.WeCom.Messages;

/// <summary>The door's own words.</summary>
internal sealed class WeComWords(ITexts texts, ProgressWords progress, WeComDialect dialect)
{
    /// <summary>What is being done and for how long already, under the answer so far.</summary>
    public string Progress(ProgressUpdate? step, string? partial, TimeSpan since, Locale locale)
    {
        var line = texts.Get(
            locale,
            "wecom.working",
            ("stage", progress.Of(step, locale)),
            ("seconds", (int)since.TotalSeconds)
        );
        if (string.IsNullOrEmpty(partial))
            return line;
        var reader = Reader.Default with { Locale = locale };
        var text = dialect.Render(ParsedMarkdown.Parse(partial), reader);
        if (Encoding.UTF8.GetByteCount(text) > WeComWriter.LongestPart)
            text = MarkdownSplitter.Split(text, WeComWriter.LongestPart, TextUnit.Utf8Bytes)[0];
        // An entry that has only begun.
        if (text.EndsWith("\n-", StringComparison.Ordinal))
            text = text[..^2].TrimEnd();
        return text.Length == 0 ? line : $"{text}\n\n> {line}";
    }

    public string Of(string key, Locale locale) => texts.Get(locale, key);
}
