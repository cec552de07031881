using System.Text;
using PaperBot.Core.Replies;
using PaperBot.Markdown;
using PaperBot.Markdown.Discord;
using PaperBot.Markdown.Splitting;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>
/// Cuts a reply into pages that Discord takes: at most 4,000 characters of text and 40 components in a message, and no
/// more than about 10,170 bytes, above which it answers 500 (discord-api-docs #8554).
/// </summary>
internal sealed class PageCutter(DiscordDialect dialect)
{
    /// <summary>What a page's text may take, in UTF-16 units.</summary>
    public const int LongestText = 3_600;

    /// <summary>What a page's text may take, in bytes of UTF-8.</summary>
    public const int LargestText = 9_000;

    /// <summary>A card takes a container, a text, a gallery and two rows of buttons: so many stay below 40 components.</summary>
    public const int MostCards = 6;

    public const int MostActions = 5;

    private const int FirstCut = 3_000;
    private const int SmallestCut = 256;
    private const int LongestTitle = 250;

    public IReadOnlyList<PageText> Cut(Reply reply, Reader reader)
    {
        var pages = new List<PageText>();
        var cards = new List<CardText>();
        var (length, bytes) = (0, 0);
        foreach (var card in Cards(reply, reader))
        {
            var size = Encoding.UTF8.GetByteCount(card.Text);
            var full =
                cards.Count == MostCards || length + card.Text.Length > LongestText || bytes + size > LargestText;
            if (full && cards.Count > 0)
            {
                pages.Add(new PageText([.. cards]));
                cards.Clear();
                (length, bytes) = (0, 0);
            }
            cards.Add(card);
            (length, bytes) = (length + card.Text.Length, bytes + size);
        }
        if (cards.Count > 0)
            pages.Add(new PageText(cards));
        return WithFilesInFront(pages);
    }

    /// <summary>Only the first page is sent with files; the others are kept as text.</summary>
    private static List<PageText> WithFilesInFront(List<PageText> pages)
    {
        var behind = pages.Skip(1).SelectMany(page => page.Cards).SelectMany(card => card.Files).ToList();
        if (behind.Count == 0)
            return pages;
        var first = pages[0].Cards.ToList();
        first[^1] = first[^1] with { Files = [.. first[^1].Files, .. behind] };
        return
        [
            new PageText(first),
            .. pages.Skip(1).Select(page => new PageText([.. page.Cards.Select(card => card with { Files = [] })])),
        ];
    }

    private IEnumerable<CardText> Cards(Reply reply, Reader reader)
    {
        var file = 0;
        foreach (var card in reply.Cards)
        {
            var files = Enumerable.Range(file, card.Attachments.Count).ToList();
            file += files.Count;
            var parts = Parts(card, reader);
            for (var i = 0; i < parts.Count; i++)
            {
                var isLast = i == parts.Count - 1;
                yield return new CardText(parts[i], isLast ? Actions(card) : [], i == 0 ? files : []);
            }
        }
    }

    private List<string> Parts(Card card, Reader reader)
    {
        var heading = Heading(card);
        for (var cut = FirstCut; ; cut /= 2)
        {
            var parts = MarkdownSplitter
                .Split(card.Markdown, cut, TextUnit.Characters)
                .Select(part => dialect.Render(ParsedMarkdown.Parse(part), reader))
                .ToList();
            if (parts.Count == 0)
                parts.Add("");
            parts[0] =
                heading.Length == 0 ? parts[0]
                : parts[0].Length == 0 ? heading
                : heading + "\n" + parts[0];
            if (cut <= SmallestCut || parts.All(Fits))
                return parts;
        }
    }

    private static bool Fits(string part) =>
        part.Length <= LongestText && Encoding.UTF8.GetByteCount(part) <= LargestText;

    private static string Heading(Card card)
    {
        if (card.Title is not { Length: > 0 } title)
            return "";
        var cut = title.Length <= LongestTitle ? title : title[..LongestTitle].TrimEnd('\ud800', ' ') + "…";
        var shown = DiscordDialect.RenderPlain(cut.ReplaceLineEndings(" "));
        return card.Link is { } link ? $"### [{shown}](<{link.AbsoluteUri}>)" : $"### {shown}";
    }

    private static List<ActionText> Actions(Card card) =>
        [
            .. card.Actions.Select(action => new ActionText(
                action.Label,
                action.Line,
                action.Link?.AbsoluteUri,
                action.Effect == ActionEffect.ReplaceInPlace
            )),
        ];
}
