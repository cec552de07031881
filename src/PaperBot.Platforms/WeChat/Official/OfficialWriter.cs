using System.Text;
using PaperBot.Core.Conversations;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;
using PaperBot.Markdown.Splitting;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Writes a reply as plain text in parts that WeChat takes, with its actions as numbered choices that the conversation
/// keeps. Pictures are named by their alternative text: the passive answer carries none.
/// </summary>
internal sealed class OfficialWriter(ChatTextDialect dialect, IConversationStore conversations, ITexts texts)
{
    /// <summary>The longest text message, in bytes of UTF-8.</summary>
    public const int LongestText = 2_048;

    /// <summary>What a part may take, so that a line about what follows has room.</summary>
    public const int LongestPart = LongestText - 160;

    private const int MostChoices = 9;

    public async Task<IReadOnlyList<string>> WriteAsync(
        Reply reply,
        string openId,
        Reader reader,
        CancellationToken cancellationToken
    )
    {
        var actions = reply.Cards.SelectMany(card => card.Actions).ToList();
        var lines = actions.Where(action => action.Line is not null).Take(MostChoices).ToList();
        var text = new StringBuilder();
        foreach (var card in reply.Cards)
            Append(text, Text(card, reader));
        foreach (var action in actions.Where(action => action.Link is not null))
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
        return MarkdownSplitter.Split(text.ToString(), LongestPart, TextUnit.Utf8Bytes);
    }

    private string Text(Card card, Reader reader)
    {
        var text = new StringBuilder();
        if (card.Title is { } title)
            text.Append(ChatTextDialect.RenderPlain(title)).Append('\n');
        text.Append(dialect.Render(ParsedMarkdown.Parse(card.Markdown), reader));
        if (card.Link is { } link)
            text.Append('\n').Append(link.AbsoluteUri);
        foreach (var file in card.Attachments)
            text.Append('\n').Append(texts.Get(reader.Locale, "wechat.file", ("alt", file.AltText)));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string card)
    {
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(card);
    }
}
