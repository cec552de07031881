using System.Text.Json.Nodes;
using PaperBot.Core.Replies;

namespace PaperBot.Platforms.WeChat.WeCom.Rendering;

/// <summary>A reply as the messages that WeCom takes, in order.</summary>
/// <param name="Texts">Markdown, each within a message; at least one.</param>
/// <param name="Files">Pictures and files.</param>
/// <param name="Card">The buttons; null: none.</param>
internal sealed record WeComPost(IReadOnlyList<string> Texts, IReadOnlyList<Attachment> Files, JsonObject? Card)
{
    public int Count => Texts.Count + Files.Count + (Card is null ? 0 : 1);
}
