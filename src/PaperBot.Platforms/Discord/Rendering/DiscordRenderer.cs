using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>
/// A reply as one message. What does not fit turns in place, page by page: an edit can be repeated after a crash, a
/// second message cannot.
/// </summary>
internal sealed class DiscordRenderer(FormulaDrawer formulas, PageCutter cutter, PageBuilder builder, PageStore store)
{
    private const int LongestName = 80;
    private const int LongestDescription = 1_000;

    /// <summary>The reply's first page; the others are kept.</summary>
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
        var drawn = await formulas.DrawAsync(reply, cancellationToken);
        var files = Files(drawn);
        var pages = cutter.Cut(drawn, [.. files.Select(Text)], reader);
        PageTurning? turning = null;
        if (pages.Count > 1)
        {
            var person = owner is { } asker ? DiscordIds.Person(asker) : (Core.Identity.PersonId?)null;
            turning = new PageTurning(key, 0, await store.KeepAsync(key, pages, person, cancellationToken));
        }
        var components = await builder.BuildAsync(pages[0], true, owner, turning, reader.Locale, cancellationToken);
        return new DiscordPage(components, files) { IsPrivate = reply.Visibility == Visibility.Private };
    }

    /// <summary>Another page of a reply; null when it is no longer kept.</summary>
    /// <param name="key">The reply's.</param>
    /// <param name="page">From 0.</param>
    /// <param name="inPlace">Whether it is shown in the message that has the reply's files.</param>
    /// <param name="owner">Who asked for what is shown.</param>
    /// <param name="locale">The language of the buttons.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DiscordPage?> TurnAsync(
        string key,
        int page,
        bool inPlace,
        Snowflake? owner,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        if (await store.ReadAsync(key, cancellationToken) is not { } pages || page < 0 || page >= pages.Count)
            return null;
        var turning = new PageTurning(key, page, pages.Count);
        return new DiscordPage(
            await builder.BuildAsync(pages[page], inPlace, owner, turning, locale, cancellationToken),
            []
        );
    }

    /// <summary>Names that Discord can refer to: letters, digits, dots and dashes, each once.</summary>
    private static List<DiscordFile> Files(Reply reply)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<DiscordFile>();
        var attachments = reply.Cards.SelectMany(card => card.Attachments).Take(FileText.Most).ToList();
        // All descriptions together leave room for the text.
        var longest = LongestDescription / Math.Max(1, attachments.Count);
        foreach (var file in attachments)
        {
            var name = NameOf(file.Name);
            if (!taken.Add(name))
                name = FormattableString.Invariant($"{files.Count}-{name}");
            taken.Add(name);
            var description = CommandWords.Cut(file.AltText.ReplaceLineEndings(" "), longest);
            files.Add(new DiscordFile(name, file.Content, description, file.MediaType));
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
