using PaperBot.Core.Replies;

namespace PaperBot.Platforms.WeChat;

/// <summary>The links among a card's actions that its text does not have already, by their address or their words.</summary>
internal static class CardLinks
{
    public static IEnumerable<ReplyAction> Of(Card card) =>
        card.Actions.Where(action =>
            action.Link is { } link
            && link != card.Link
            && !card.Markdown.Contains(link.AbsoluteUri, StringComparison.Ordinal)
            && !card.Markdown.Contains($"[{action.Label}](", StringComparison.Ordinal)
        );
}
