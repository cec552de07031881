using System.Globalization;
using System.Text;
using PaperBot.Core.Conversations;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Html;
using PaperBot.Platforms.Web.Chat;
using PaperBot.Platforms.Web.Papers;

namespace PaperBot.Platforms.Web.Views;

/// <summary>Renders turns for one reader.</summary>
internal sealed class TurnRenderer(HtmlDialect dialect, IPaperPages pages, ITexts texts)
{
    public TurnView Render(TranscriptEntry entry, Reader reader)
    {
        var turn = ChatTranscript.Read(entry);
        return new TurnView(
            entry.Id,
            entry.Sequence,
            entry.Change,
            entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            turn.Text,
            turn.Reply?.Cards.Select((card, i) => Render(entry, card, i, reader)).ToList(),
            turn.Error,
            PageOf(turn.Reply?.Paper, reader)
        );
    }

    // With an address outside, long replies end with that one.
    private PageLinkView? PageOf(string? text, Reader reader) =>
        ArxivId.TryParse(text, out var paper) && pages.Of(paper) is null
            ? new(PaperPages.PathOf(paper).TrimStart('/'), texts.Get(reader.Locale, "web.paper.link", ("paper", paper)))
            : null;

    public string RenderText(string markdown, Reader reader) => dialect.Render(ParsedMarkdown.Parse(markdown), reader);

    private CardView Render(TranscriptEntry entry, StoredCard card, int index, Reader reader) =>
        new(
            card.Key,
            card.Title is { } title ? HtmlDialect.RenderPlain(title) : null,
            WebLink(card.Link),
            RenderText(card.Markdown, reader),
            [.. card.Files.Select((file, i) => Render(entry, file, index, i))],
            [.. card.Actions.Where(action => action.Link is null || WebLink(action.Link) is not null)]
        );

    private static FileView Render(TranscriptEntry entry, StoredFile file, int card, int index)
    {
        var url = new StringBuilder("api/chats/")
            .Append(ChatKey.NameOf(entry.Conversation))
            .Append("/turns/")
            .Append(Uri.EscapeDataString(entry.Id))
            .Append(CultureInfo.InvariantCulture, $"/files/{card}/{index}?v={entry.Change}");
        return new FileView(file.Name, url.ToString(), file.Alt, file.IsPicture, file.Content.Length);
    }

    private static string? WebLink(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;
}
