using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Pages;

/// <summary>
/// Ends a long reply about a paper with the link to its page, on every platform: the router does it, so that neither
/// handlers nor platforms have to.
/// </summary>
internal sealed class LongReplies(IPaperPages pages, ITexts texts)
{
    /// <summary>From so many characters on a reply is long: about what one message of a chat shows at once.</summary>
    private const int Long = 600;

    public Reply Ended(Reply reply, Locale locale)
    {
        if (reply.Paper is not { } paper || reply.Cards.Sum(card => card.Markdown.Length) < Long)
            return reply;
        if (pages.Of(paper) is not { } page)
            return reply;
        var last = reply.Cards[^1];
        var link = MarkdownText.Link(texts.Get(locale, "page.link", ("paper", paper)), page);
        return reply with
        {
            Cards = [.. reply.Cards.SkipLast(1), last with { Markdown = $"{last.Markdown}\n\n{link}" }],
        };
    }
}
