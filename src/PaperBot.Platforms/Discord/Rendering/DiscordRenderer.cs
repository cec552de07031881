using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>
/// A reply as one message. What does not fit turns in place, page by page: an edit can be repeated after a crash, a
/// second message cannot.
/// </summary>
internal sealed class DiscordRenderer(PageCutter cutter, PageBuilder builder, PageStore store)
{
    private const int LongestName = 80;

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
        var pages = cutter.Cut(reply, reader);
        var files = Files(reply);
        PageTurning? turning = null;
        if (pages.Count > 1)
        {
            var person = owner is { } asker ? DiscordIds.Person(asker) : (Core.Identity.PersonId?)null;
            turning = new PageTurning(key, 0, await store.KeepAsync(key, pages, person, cancellationToken));
        }
        return await builder.BuildAsync(pages[0], files, owner, turning, reader.Locale, cancellationToken);
    }

    /// <summary>Another page of a reply; null when it is no longer kept.</summary>
    public async Task<DiscordPage?> TurnAsync(
        string key,
        int page,
        Snowflake? owner,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        if (await store.ReadAsync(key, cancellationToken) is not { } pages || page < 0 || page >= pages.Count)
            return null;
        var turning = new PageTurning(key, page, pages.Count);
        return await builder.BuildAsync(pages[page], [], owner, turning, locale, cancellationToken);
    }

    /// <summary>Names that Discord can refer to: letters, digits, dots and dashes, each once.</summary>
    private static List<DiscordFile> Files(Reply reply)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<DiscordFile>();
        foreach (var file in reply.Cards.SelectMany(card => card.Attachments))
        {
            var name = NameOf(file.Name);
            if (!taken.Add(name))
                name = FormattableString.Invariant($"{files.Count}-{name}");
            taken.Add(name);
            files.Add(new DiscordFile(name, file.Content, file.AltText, file.MediaType));
        }
        return files;
    }

    private static string NameOf(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        return safe.Length <= LongestName ? safe : safe[^LongestName..];
    }
}
