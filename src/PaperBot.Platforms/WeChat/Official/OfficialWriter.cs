using System.Text;
using PaperBot.Core.Conversations;
using PaperBot.Core.Papers;
using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;
using PaperBot.Markdown.Splitting;
using PaperBot.Platforms.Answering;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Writes a reply as plain text in parts that WeChat takes, with its actions as numbered choices that the conversation
/// keeps. A long reply about a paper is three lines and the link to the paper's page. Pictures are named by their
/// alternative text; where the account may send pictures, they follow.
/// </summary>
internal sealed class OfficialWriter(
    FormulaDrawer formulas,
    CustomPush push,
    IPaperPages pages,
    IConversationStore conversations,
    ITexts texts
)
{
    /// <summary>The longest text message, in bytes of UTF-8.</summary>
    public const int LongestText = 2_048;

    /// <summary>What a part may take, so that a line about what follows has room.</summary>
    public const int LongestPart = LongestText - 160;

    private const int MostLines = 3;
    private const int LongestLine = 400;
    private const int MostChoices = 9;
    private const int MostPictures = 3;
    private const int LargestPicture = 400 * 1024;
    private const int DrawnWithin = 3_000;

    public async Task<OfficialPost> WriteAsync(
        Reply reply,
        string openId,
        Reader reader,
        CancellationToken cancellationToken
    )
    {
        if (push.IsOpen)
            reply = await formulas.DrawAsync(reply, PictureTheme.Light, MostPictures, DrawnWithin, cancellationToken);
        var actions = reply.Cards.SelectMany(card => card.Actions).ToList();
        var lines = actions.Where(action => action.Line is not null).Take(MostChoices).ToList();
        var text = new StringBuilder();
        foreach (var card in reply.Cards)
            Append(text, Text(card, reader));
        var page = reply.Paper is { } paper ? pages.Of(paper) : null;
        if (page is not null && Encoding.UTF8.GetByteCount(text.ToString()) > LongestPart)
            text = new StringBuilder(Beginning(text.ToString())).Append('\n').Append(page.AbsoluteUri);
        foreach (var action in actions.Where(action => action.Link is { } link && !Says(text, link)))
            text.Append('\n').Append(action.Label).Append(' ').Append(action.Link!.AbsoluteUri);
        if (lines.Count > 0)
            text.Append('\n');
        for (var i = 0; i < lines.Count; i++)
            text.Append('\n')
                .Append(texts.Get(reader.Locale, "wechat.choice", ("number", i + 1), ("label", lines[i].Label)));
        await conversations.OfferAsync(
            WeChatIds.Conversation(openId),
            WeChatIds.Person(openId),
            [.. lines.Select(action => action.Line!)],
            cancellationToken
        );
        return new OfficialPost(
            PlainSplitter.Split(text.ToString(), LongestPart),
            push.IsOpen ? [.. Pictures(reply)] : []
        );
    }

    private string Text(Card card, Reader reader)
    {
        var text = new StringBuilder();
        if (card.Title is { } title)
            text.Append(ChatTextDialect.RenderPlain(title)).Append('\n');
        text.Append(ChatTextDialect.RenderForSplitting(ParsedMarkdown.Parse(card.Markdown), reader));
        if (card.Link is { } link && !Says(text, link))
            text.Append('\n').Append(link.AbsoluteUri);
        foreach (var file in card.Attachments)
            text.Append('\n').Append(texts.Get(reader.Locale, "wechat.file", ("alt", file.AltText)));
        return text.ToString();
    }

    /// <summary>Whether an address stands there already: in plain text each takes a line.</summary>
    private static bool Says(StringBuilder text, Uri link) =>
        text.ToString().Contains(link.AbsoluteUri, StringComparison.Ordinal);

    /// <summary>The first lines of a text whose whole is read elsewhere.</summary>
    private static string Beginning(string text)
    {
        var lines = PlainSplitter
            .Without(text)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(MostLines)
            .Select(line => PlainSplitter.Split(line, LongestLine)[0]);
        return string.Join('\n', lines) + " …";
    }

    private static IEnumerable<byte[]> Pictures(Reply reply) =>
        reply
            .Cards.SelectMany(card => card.Attachments)
            .Where(file => file.MediaType == "image/png" && file.Content.Length <= LargestPicture)
            .Take(MostPictures)
            .Select(file => file.Content.ToArray());

    private static void Append(StringBuilder text, string card)
    {
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(card);
    }
}
