using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>
/// A reply as one message. What does not fit turns in place, page by page: an edit can be repeated after a crash, a
/// second message cannot.
/// </summary>
internal sealed class DiscordRenderer(
    FormulaDrawer formulas,
    PageCutter cutter,
    PageBuilder builder,
    PageStore store,
    ITexts texts
)
{
    private const int LongestName = 80;
    private const int LongestDescription = 1_000;

    // Pictures stand on the first page: formulas far behind it stay text.
    private const int DrawnWithin = 3_000;

    /// <summary>The reply's first page, and files for which it has no room; the other pages are kept.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="key">Names it: the same reply rendered again has the same pages.</param>
    /// <param name="owner">Who asked.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DiscordPage> FirstAsync(
        Reply reply,
        string key,
        Snowflake? owner,
        Reader reader,
        CancellationToken cancellationToken
    )
    {
        var drawn = await formulas.DrawAsync(
            WithForm(reply, reader.Locale),
            PictureTheme.Dark,
            FileText.Most,
            DrawnWithin,
            cancellationToken
        );
        var files = Files(drawn);
        var first = files.Take(FileText.Most).ToList();
        var pages = cutter.Cut(drawn, [.. first.Select(Text)], reader);
        PageTurning? turning = null;
        if (pages.Count > 1)
        {
            var person = owner is { } asker ? DiscordIds.Person(asker) : (Core.Identity.PersonId?)null;
            turning = new PageTurning(key, 0, await store.KeepAsync(key, pages, person, cancellationToken));
        }
        var isPrivate = reply.Visibility == Visibility.Private;
        var more = new List<DiscordPage>();
        foreach (var rest in files.Skip(FileText.Most).Chunk(FileText.Most))
            more.Add(
                new DiscordPage(
                    PageKey.Of(FormattableString.Invariant($"{key}/{more.Count + 1}")),
                    await FilesAsync(rest),
                    rest
                )
                {
                    IsPrivate = isPrivate,
                }
            );
        var components = await builder.BuildAsync(
            key,
            pages[0],
            null,
            owner,
            turning,
            reader.Locale,
            cancellationToken
        );
        return new DiscordPage(key, components, first) { IsPrivate = isPrivate, More = more };

        Task<IReadOnlyList<Component>> FilesAsync(DiscordFile[] rest) =>
            builder.BuildAsync(
                PageKey.Of(FormattableString.Invariant($"{key}/{more.Count + 1}")),
                new PageText([new CardText("", [], [.. rest.Select(Text)])]),
                null,
                owner,
                null,
                reader.Locale,
                cancellationToken
            );
    }

    /// <summary>Where a conversation goes on, a button opens the form for the next question.</summary>
    private Reply WithForm(Reply reply, Locale locale)
    {
        if (reply.Talk is not { } talk || reply.Cards.SelectMany(card => card.Actions).Any(a => a.Line == talk.Line))
            return reply;
        var last = reply.Cards[^1];
        var further = ReplyAction.Run(texts.Get(locale, "discord.ask"), talk.Line);
        return reply with { Cards = [.. reply.Cards.SkipLast(1), last with { Actions = [further, .. last.Actions] }] };
    }

    /// <summary>Another page of a reply; null when it is no longer kept.</summary>
    /// <param name="key">The reply's.</param>
    /// <param name="page">From 0.</param>
    /// <param name="elsewhere">
    /// Where the reply's files stand, by name, when it is not shown in the message that has them; null when it is.
    /// </param>
    /// <param name="owner">Who asked for what is shown.</param>
    /// <param name="locale">The language of the buttons.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DiscordPage?> TurnAsync(
        string key,
        int page,
        IReadOnlyDictionary<string, string>? elsewhere,
        Snowflake? owner,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        if (await store.ReadAsync(key, cancellationToken) is not { } pages || page < 0 || page >= pages.Count)
            return null;
        var turning = new PageTurning(key, page, pages.Count);
        return new DiscordPage(
            key,
            await builder.BuildAsync(key, pages[page], elsewhere, owner, turning, locale, cancellationToken),
            []
        );
    }

    /// <summary>Names that Discord can refer to: letters, digits, dots and dashes, each once.</summary>
    private static List<DiscordFile> Files(Reply reply)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<DiscordFile>();
        var attachments = reply.Cards.SelectMany(card => card.Attachments).ToList();
        // All descriptions of a message together leave room for the text.
        var longest = LongestDescription / Math.Clamp(attachments.Count, 1, FileText.Most);
        foreach (var file in attachments)
        {
            var name = NameOf(file.Name);
            if (!taken.Add(name))
                name = FormattableString.Invariant($"{files.Count}-{name}");
            taken.Add(name);
            var description = CommandWords.Cut(file.AltText.ReplaceLineEndings(" "), longest);
            files.Add(
                new DiscordFile(name, file.Content, description.Length == 0 ? null : description, file.MediaType)
            );
        }
        return files;
    }

    private static FileText Text(DiscordFile file) =>
        new(
            file.Name,
            file.Description ?? "",
            file.MediaType.StartsWith("image/", StringComparison.Ordinal) && file.MediaType != "image/svg+xml"
        );

    private static string NameOf(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        return safe.Length <= LongestName ? safe : safe[^LongestName..];
    }
}
