using System.Text;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Splitting;
using PaperBot.Markdown.WeCom;
using PaperBot.Platforms.Answering;

namespace PaperBot.Platforms.WeChat.WeCom.Rendering;

/// <summary>
/// Writes a reply as WeCom's messages: Markdown within its size, pictures and files, and the actions as a card of buttons
/// where they fit, otherwise as numbered choices.
/// </summary>
internal sealed class WeComWriter(
    FormulaDrawer formulas,
    WeComDialect dialect,
    ButtonCards buttons,
    IConversationStore conversations,
    ITexts texts
)
{
    /// <summary>WeCom's limit of a message, in bytes of UTF-8.</summary>
    public const int LongestText = 20_480;

    /// <summary>What a part may take, so that a line of the bot's own has room.</summary>
    public const int LongestPart = LongestText - 480;

    public const int MostFiles = 10;
    public const int LargestPicture = 10 << 20;
    public const int LargestFile = 20 << 20;

    private const int FirstCut = 12_000;
    private const int SmallestCut = 128;
    private const int DrawnWithin = 20_000;

    /// <summary>Writes a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="key">Names it: the same reply written again has the same messages.</param>
    /// <param name="chat">Where it goes.</param>
    /// <param name="person">Who asked; null for a post of the bot's own.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WeComPost> WriteAsync(
        Reply reply,
        string key,
        string chat,
        PersonId? person,
        Reader reader,
        CancellationToken cancellationToken
    )
    {
        var drawn = await formulas.DrawAsync(reply, PictureTheme.Light, MostFiles, DrawnWithin, cancellationToken);
        var lines = drawn.Cards.SelectMany(card => card.Actions).Where(action => action.Line is not null).ToList();
        var buttonLines = Pressed(drawn, lines);
        // Numbers that stand in the text go first.
        var choices = reply.Choices.ToList();
        var files = Files(drawn);
        var parts = new List<string>();
        foreach (var card in drawn.Cards)
        foreach (var part in Parts(card, reader, Numbers(card, choices, buttonLines)))
            Append(parts, part);
        if (choices.Count > 0)
            Append(parts, texts.Get(reader.Locale, "wecom.numbers"));
        if (parts.Count == 0)
            parts.Add(files.Count > 0 ? Named(files[0], reader) : "…");
        if (person is { } asker && choices.Count > 0)
            await conversations.OfferAsync(WeComIds.Conversation(chat), asker, choices, cancellationToken);
        var buttonCard =
            buttonLines.Count == 0
                ? null
                : await buttons.WriteAsync(
                    buttonLines,
                    TitleOf(drawn),
                    key,
                    chat,
                    person,
                    reader.Locale,
                    cancellationToken
                );
        return new WeComPost(parts, files, buttonCard);
    }

    private static string? TitleOf(Reply reply) =>
        reply.Cards.Select(card => card.Title).FirstOrDefault(title => !string.IsNullOrEmpty(title));

    /// <summary>
    /// What becomes a button: of one card the first that fit, of several only all of them, told apart by their labels.
    /// </summary>
    private static List<ReplyAction> Pressed(Reply reply, List<ReplyAction> lines)
    {
        var isOne = reply.Cards.Count(card => card.Actions.Any(action => action.Line is not null)) == 1;
        var areClear =
            lines.Count <= ButtonCards.Most && lines.DistinctBy(action => action.Label).Count() == lines.Count;
        return isOne || areClear ? [.. lines.Take(ButtonCards.Most)] : [];
    }

    private string Named(Attachment file, Reader reader) =>
        dialect.Render(ParsedMarkdown.Parse(MarkdownText.Code(file.AltText)), reader);

    private static string Numbers(Card card, List<string> choices, List<ReplyAction> pressed)
    {
        var line = new StringBuilder();
        foreach (var action in card.Actions)
        {
            if (action.Line is not { } chosen || choices.Contains(chosen) || pressed.Contains(action))
                continue;
            if (choices.Count == NumberedChoices.Most)
                break;
            choices.Add(chosen);
            line.Append(line.Length > 0 ? " · " : "")
                .Append(System.Globalization.CultureInfo.InvariantCulture, $"**{choices.Count}** ")
                .Append(WeComDialect.RenderPlain(action.Label));
        }
        return line.ToString();
    }

    private List<string> Parts(Card card, Reader reader, string numbers)
    {
        var heading = Heading(card);
        var tail = string.Join(
            " · ",
            CardLinks
                .Of(card)
                .Select(action => $"[{WeComDialect.RenderPlain(action.Label)}]({action.Link!.AbsoluteUri})")
                .Append(numbers)
                .Where(part => part.Length > 0)
        );
        for (var cut = FirstCut; ; cut /= 2)
        {
            var parts = MarkdownSplitter
                .Split(card.Markdown, cut, TextUnit.Characters)
                .Select(part => dialect.Render(ParsedMarkdown.Parse(part), reader))
                .ToList();
            if (heading.Length > 0)
                parts = parts.Count == 0 ? [heading] : [heading + "\n" + parts[0], .. parts.Skip(1)];
            if (tail.Length > 0)
                parts = parts.Count == 0 ? [tail] : [.. parts.SkipLast(1), parts[^1] + "\n\n" + tail];
            if (cut <= SmallestCut || parts.All(part => Encoding.UTF8.GetByteCount(part) <= LongestPart))
                return parts;
        }
    }

    private static string Heading(Card card)
    {
        if (card.Title is not { Length: > 0 } title)
            return "";
        var shown = WeComDialect.RenderPlain(title.ReplaceLineEndings(" "));
        return card.Link is { } link ? $"### [{shown}]({link.AbsoluteUri})" : $"### {shown}";
    }

    /// <summary>Several cards stand in one message while they fit.</summary>
    private static void Append(List<string> parts, string part)
    {
        const string between = "\n\n";
        if (
            parts.Count > 0
            && Encoding.UTF8.GetByteCount(parts[^1]) + between.Length + Encoding.UTF8.GetByteCount(part) <= LongestPart
        )
            parts[^1] += between + part;
        else
            parts.Add(part);
    }

    private static List<Attachment> Files(Reply reply) =>
        [
            .. reply
                .Cards.SelectMany(card => card.Attachments)
                .Where(file => file.Content.Length <= (IsPicture(file) ? LargestPicture : LargestFile))
                .Take(MostFiles),
        ];

    /// <summary>WeCom shows these as pictures; anything else is a file.</summary>
    public static bool IsPicture(Attachment file) => file.MediaType is "image/png" or "image/jpeg";
}
