using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Discord;
using PaperBot.Markdown.Splitting;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>Cuts a reply into pages that Discord takes; nothing of it is lost.</summary>
internal sealed class PageCutter(DiscordDialect dialect)
{
    private const int FirstCut = 3_000;
    private const int SmallestCut = 128;
    private const int LongestTitle = 250;
    private const int LongestLabel = 80;
    private const int LongestAddress = 512;
    private const int MostActions = 15;
    private const int LargestActions = 3_000;

    /// <param name="reply">The reply.</param>
    /// <param name="files">Its attachments in order, under the names that they are sent with.</param>
    /// <param name="reader">For whom.</param>
    public IReadOnlyList<PageText> Cut(Reply reply, IReadOnlyList<FileText> files, Reader reader)
    {
        var pages = new List<PageText>();
        var cards = new List<CardText>();
        // Only the first page is sent with files: it shows them all.
        var (ofFiles, used) = (PageWeight.Of(files), PageWeight.Of(files));
        foreach (var card in Cards(reply, files, ofFiles, reader))
        {
            var weight = PageWeight.Of(card.Text, card.Actions);
            if (cards.Count > 0 && !(used + weight).Fits)
            {
                pages.Add(new PageText([.. cards]));
                cards.Clear();
                used = default;
            }
            cards.Add(card);
            used += weight;
        }
        pages.Add(new PageText(cards));
        return WithFilesInFront(pages);
    }

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

    private IEnumerable<CardText> Cards(Reply reply, IReadOnlyList<FileText> files, PageWeight ofFiles, Reader reader)
    {
        var file = 0;
        foreach (var card in reply.Cards)
        {
            var mine = files.Skip(file).Take(card.Attachments.Count).ToList();
            file += card.Attachments.Count;
            var actions = Actions(card);
            var parts = Parts(card, actions[0], ofFiles, reader);
            for (var i = 0; i < parts.Count; i++)
            {
                var shown = new CardText(parts[i], i == parts.Count - 1 ? actions[0] : [], i == 0 ? mine : []);
                if (shown.Text.Length + shown.Actions.Count + shown.Files.Count > 0)
                    yield return shown;
            }
            foreach (var more in actions.Skip(1))
                yield return new CardText("", more, []);
        }
    }

    private List<string> Parts(Card card, IReadOnlyList<ActionText> actions, PageWeight ofFiles, Reader reader)
    {
        var heading = Heading(card);
        for (var cut = FirstCut; ; cut /= 2)
        {
            var parts = MarkdownSplitter
                .Split(WithLongLinks(card), cut, TextUnit.Characters)
                .Select(part => dialect.Render(ParsedMarkdown.Parse(part), reader))
                .ToList();
            if (parts.Count == 0)
                parts.Add("");
            parts[0] =
                heading.Length == 0 ? parts[0]
                : parts[0].Length == 0 ? heading
                : heading + "\n" + parts[0];
            // Each could come to stand on the first page, and the last one has the buttons.
            if (cut <= SmallestCut || parts.All(part => (PageWeight.Of(part, actions) + ofFiles).Fits))
                return parts;
        }
    }

    /// <summary>Discord refuses a longer address on a button: it goes into the text.</summary>
    private static bool IsTooLong(ReplyAction action) => action.Link?.AbsoluteUri.Length > LongestAddress;

    private static string WithLongLinks(Card card)
    {
        var links = card
            .Actions.Where(IsTooLong)
            .Select(action => $"[{MarkdownText.Escape(action.Label)}](<{action.Link!.AbsoluteUri}>)");
        return string.Join("\n\n", links.Prepend(card.Markdown).Where(part => part.Length > 0));
    }

    private static string Heading(Card card)
    {
        if (card.Title is not { Length: > 0 } title)
            return "";
        var shown = DiscordDialect.RenderPlain(CommandWords.Cut(title, LongestTitle).ReplaceLineEndings(" "));
        return card.Link?.AbsoluteUri is { Length: <= LongestAddress } link
            ? $"### [{shown}](<{link}>)"
            : $"### {shown}";
    }

    /// <summary>The buttons in portions that a page has room for; at least one portion, which may be empty.</summary>
    private static List<List<ActionText>> Actions(Card card)
    {
        var portions = new List<List<ActionText>> { new() };
        foreach (var action in card.Actions)
        {
            if (IsTooLong(action))
                continue;
            var text = new ActionText(
                CommandWords.Cut(action.Label, LongestLabel),
                action.Line,
                action.Link?.AbsoluteUri,
                action.Effect == ActionEffect.ReplaceInPlace
            );
            List<ActionText> more = [.. portions[^1], text];
            if (more.Count > MostActions || (more.Count > 1 && PageWeight.Of(more).Bytes > LargestActions))
                portions.Add([text]);
            else
                portions[^1] = more;
        }
        return portions;
    }
}
