using System.Text;
using PaperBot.Core.Conversations;
using PaperBot.Core.Models;
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
/// keeps. A long reply about a paper is three lines, the mark of a model's answer and the link to the paper's page. Pictures are named
/// by their alternative text; where the account may send pictures, they follow. Files of text are text.
/// </summary>
internal sealed class OfficialWriter(
    FormulaDrawer formulas,
    CustomPush push,
    IPaperPages pages,
    WaitingAnswers waiting,
    IConversationStore conversations,
    ITexts texts
)
{
    /// <summary>The longest text message, in bytes of UTF-8.</summary>
    public const int LongestText = 2_048;

    /// <summary>What a part may take, so that lines about what follows have room.</summary>
    public const int LongestPart = LongestText - 320;

    private const int MostLines = 3;
    private const int LongestLine = 400;
    private const int LongestNote = 120;
    private const int MostChoices = 30;
    private const int MostPictures = 3;
    private const int LargestPicture = 400 * 1024;
    private const int LargestText = 20 * 1024;
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
        var choices = (await NumberedAsync(reply, openId, cancellationToken)).ToList();
        var numbered = choices.Count;
        var text = reply.Paper is { } paper && pages.Of(paper) is { } page ? Shortened(reply, page, reader) : null;
        text ??= Whole(reply, choices, reader);
        if (choices.Count > numbered || numbered > 0)
            await conversations.OfferAsync(
                WeChatIds.Conversation(openId),
                WeChatIds.Person(openId),
                choices,
                cancellationToken
            );
        return new OfficialPost(
            PlainSplitter.Split(text, LongestPart),
            push.IsOpen ? [.. Pictures(reply).Select(file => file.Content.ToArray())] : []
        );
    }

    /// <summary>
    /// The lines that have numbers already: those in the text itself, or the choices of answers that wait to be handed over
    /// and are shown with this one.
    /// </summary>
    private async Task<IReadOnlyList<string>> NumberedAsync(
        Reply reply,
        string openId,
        CancellationToken cancellationToken
    )
    {
        if (reply.Choices.Count is > 0 and <= NumberedChoices.Most - MostChoices)
            return reply.Choices;
        if (
            !(await waiting.ReadAsync(openId, cancellationToken)).Any(answer =>
                answer is { IsBegun: false, Parts.Count: > 0 }
            )
        )
            return [];
        var offered = await conversations.OfferedAsync(WeChatIds.Conversation(openId), cancellationToken);
        return offered.Count + MostChoices <= NumberedChoices.Most ? offered : [];
    }

    /// <summary>All cards, each with its links, and what can be done next.</summary>
    private string Whole(Reply reply, List<string> choices, Reader reader)
    {
        var text = new StringBuilder();
        var isOne = reply.Cards.Count(card => card.Actions.Any(action => action.Line is not null)) < 2;
        var first = choices.Count;
        foreach (var card in reply.Cards)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(Text(card, reader));
            foreach (var action in CardLinks.Of(card))
                text.Append('\n').Append(action.Label).Append(' ').Append(action.Link!.AbsoluteUri);
            var labels = new List<string>();
            foreach (var action in card.Actions)
            {
                if (action.Line is not { } line || choices.Contains(line) || choices.Count - first >= MostChoices)
                    continue;
                choices.Add(line);
                labels.Add(
                    isOne
                        ? texts.Get(reader.Locale, "wechat.choice", ("number", choices.Count), ("label", action.Label))
                        : FormattableString.Invariant($"[{choices.Count}] {action.Label}")
                );
            }
            if (labels.Count > 0)
                text.Append("\n\n").Append(string.Join(isOne ? "\n" : "  ", labels));
        }
        if (!isOne && choices.Count > first)
            text.Append("\n\n").Append(texts.Get(reader.Locale, "wechat.choices"));
        return text.ToString();
    }

    private string Text(Card card, Reader reader)
    {
        var text = new StringBuilder();
        if (card.Title is { } title)
            text.Append(ChatTextDialect.RenderPlain(title)).Append('\n');
        text.Append(Once(ChatTextDialect.RenderForSplitting(ParsedMarkdown.Parse(card.Markdown), reader)));
        if (card.Link is { } link && !Says(text, link))
            text.Append('\n').Append(link.AbsoluteUri);
        foreach (var file in card.Attachments)
            text.Append('\n').Append(Text(file, reader));
        return text.ToString().TrimStart('\n');
    }

    private string Text(Attachment file, Reader reader)
    {
        if (IsText(file) && file.Content.Length <= LargestText)
            return "\n" + Encoding.UTF8.GetString(file.Content.Span).Trim();
        var key =
            !IsPicture(file) ? "wechat.file"
            : push.IsOpen ? "wechat.picture"
            : "wechat.picture.none";
        return texts.Get(reader.Locale, key, ("alt", file.AltText));
    }

    /// <summary>
    /// The first lines of a text whose whole is read on a page, and the mark of a model's answer; null when it fits.
    /// </summary>
    private static string? Shortened(Reply reply, Uri page, Reader reader)
    {
        var whole = string.Join(
            "\n\n",
            reply.Cards.Select(card =>
                (card.Title is { } title ? ChatTextDialect.RenderPlain(title) + "\n" : "")
                + ChatTextDialect.RenderForSplitting(ParsedMarkdown.Parse(card.Markdown), reader)
            )
        );
        if (Encoding.UTF8.GetByteCount(whole) <= LongestPart)
            return null;
        var lines = PlainSplitter
            .Without(whole)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.Contains(page.AbsoluteUri, StringComparison.Ordinal))
            .ToList();
        var beginning = lines.Take(MostLines).Select(line => PlainSplitter.Split(line, LongestLine)[0]);
        // What a model wrote says so, however little of it is shown.
        var note = lines
            .Skip(MostLines)
            .FirstOrDefault(line =>
                line.Length <= LongestNote && line.Contains(ModelAnswer.Mark, StringComparison.Ordinal)
            );
        return $"{string.Join('\n', beginning)} …\n{(note is null ? "" : note + "\n")}{page.AbsoluteUri}";
    }

    /// <summary>Without a paragraph that says the same as the one before it, as a formula and its source may.</summary>
    private static string Once(string text)
    {
        var paragraphs = text.Split("\n\n");
        return string.Join(
            "\n\n",
            paragraphs.Where(
                (paragraph, i) => i == 0 || PlainSplitter.Without(paragraph) != PlainSplitter.Without(paragraphs[i - 1])
            )
        );
    }

    /// <summary>Whether an address stands there already: in plain text each takes a line.</summary>
    private static bool Says(StringBuilder text, Uri link) =>
        text.ToString().Contains(link.AbsoluteUri, StringComparison.Ordinal);

    private static IEnumerable<Attachment> Pictures(Reply reply) =>
        reply
            .Cards.SelectMany(card => card.Attachments)
            .Where(file => file.MediaType == "image/png" && file.Content.Length <= LargestPicture)
            .Take(MostPictures);

    private static bool IsPicture(Attachment file) => file.MediaType.StartsWith("image/", StringComparison.Ordinal);

    private static bool IsText(Attachment file) =>
        file.MediaType.StartsWith("text/", StringComparison.Ordinal)
        || file.MediaType is "application/x-bibtex" or "application/x-research-info-systems";
}
