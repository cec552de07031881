using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PaperBot.Core.Replies;
using PaperBot.Markdown;
using PaperBot.Markdown.Splitting;
using PaperBot.Markdown.WeCom;

namespace PaperBot.Platforms.WeChat.Robot;

/// <summary>Writes a reply as the messages of a group robot: Markdown within 4,096 bytes, and pictures.</summary>
internal sealed class RobotWriter(WeComDialect dialect)
{
    /// <summary>The longest text, in bytes of UTF-8.</summary>
    public const int LongestText = 4_096;

    private const int LargestPicture = 2 << 20;
    private const int FirstCut = 3_000;
    private const int SmallestCut = 128;

    public IReadOnlyList<JsonObject> Write(Reply reply, Reader reader)
    {
        var texts = new List<string>();
        foreach (var part in reply.Cards.SelectMany(card => Parts(card, reader)))
            if (texts.Count > 0 && Bytes(texts[^1]) + 2 + Bytes(part) <= LongestText)
                texts[^1] += "\n\n" + part;
            else
                texts.Add(part);
        var pictures = reply
            .Cards.SelectMany(card => card.Attachments)
            .Where(file => file.MediaType is "image/png" or "image/jpeg" && file.Content.Length <= LargestPicture);
        return [.. texts.Select(Markdown), .. pictures.Select(Picture)];
    }

    public static JsonObject Markdown(string text) =>
        new()
        {
            ["msgtype"] = "markdown_v2",
            ["markdown_v2"] = new JsonObject { ["content"] = text },
        };

    private static JsonObject Picture(Attachment file)
    {
#pragma warning disable CA5351 // The platform's own check of the transfer; there is no other.
        var md5 = Convert.ToHexStringLower(MD5.HashData(file.Content.Span));
#pragma warning restore CA5351
        return new JsonObject
        {
            ["msgtype"] = "image",
            ["image"] = new JsonObject { ["base64"] = Convert.ToBase64String(file.Content.Span), ["md5"] = md5 },
        };
    }

    private List<string> Parts(Card card, Reader reader)
    {
        var heading = card.Title is { Length: > 0 } title
            ? "### " + Linked(WeComDialect.RenderPlain(title.ReplaceLineEndings(" ")), card.Link)
            : "";
        for (var cut = FirstCut; ; cut /= 2)
        {
            var parts = MarkdownSplitter
                .Split(card.Markdown, cut, TextUnit.Characters)
                .Select(part => dialect.Render(ParsedMarkdown.Parse(part), reader))
                .ToList();
            if (heading.Length > 0)
                parts = parts.Count == 0 ? [heading] : [heading + "\n" + parts[0], .. parts.Skip(1)];
            if (cut <= SmallestCut || parts.All(part => Bytes(part) <= LongestText))
                return parts;
        }
    }

    private static string Linked(string words, Uri? link) => link is null ? words : $"[{words}]({link.AbsoluteUri})";

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
