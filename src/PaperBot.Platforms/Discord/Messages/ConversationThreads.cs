using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Registration;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>
/// Opens a thread under an answer that begins a conversation. Its first message says that text without a mention does
/// not reach the bot, and has the button that asks further. Opened again, after a crash, it is the same thread.
/// </summary>
internal sealed partial class ConversationThreads(
    DiscordLink link,
    ChannelBook channels,
    DiscordPoster poster,
    DiscordRenderer renderer,
    IConversationStore conversations,
    ITexts texts,
    TimeProvider time,
    ILogger<ConversationThreads> logger
)
{
    private const int LongestName = 100;
    private const int MostRefused = 10_000;

    /// <summary>Minutes of silence after which Discord puts a thread away.</summary>
    private const int ArchiveAfter = 1_440;

    private static readonly TimeSpan RefusedFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Snowflake, DateTimeOffset> _refused = new();

    /// <summary>Opens one, unless the reply begins no conversation or the place has no threads.</summary>
    /// <param name="address">Where it was asked, and by whom.</param>
    /// <param name="message">The answer.</param>
    /// <param name="reply">What it says.</param>
    /// <param name="key">Names the reply.</param>
    /// <param name="locale">The language of the first message.</param>
    /// <param name="triedSince">When it may have been opened before: since when.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task OpenAsync(
        AnswerAddress address,
        string message,
        Reply reply,
        string key,
        Locale locale,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken
    )
    {
        if (
            reply is not { Talk: { } talk, Visibility: Visibility.Public }
            || address.IsPrivate
            || channels.PlaceOf(address.Channel) is not { Kind: PlaceKind.Group }
            || !Snowflake.TryParse(message, null, out var under)
            || IsRefused(address.Channel)
        )
            return;
        try
        {
            var thread = await StartAsync(address.Channel, under, talk.Title, cancellationToken);
            var asker = DiscordIds.Person(address.Asker);
            await conversations.BeginTalkAsync(DiscordIds.Conversation(thread), asker, talk.Line, cancellationToken);
            var first = await renderer.FirstAsync(
                First(talk, locale),
                PageKey.Of("thread:" + key),
                address.Asker,
                Reader.Default with
                {
                    Locale = locale,
                },
                cancellationToken
            );
            await poster.PostAsync(thread, first, [], null, "thread:" + key, cancellationToken, triedSince);
            await link.Client.Channels.AddThreadMemberAsync(thread, address.Asker, cancellationToken);
        }
        catch (Exception e) when (poster.Failure(e) is { } failed)
        {
            if (failed.Reason == DeliveryFailure.Forbidden && _refused.Count < MostRefused)
                _refused[address.Channel] = time.GetUtcNow() + RefusedFor;
            Log.NotOpened(logger, address.Channel.ToString(), failed.Reason);
        }
    }

    private async Task<Snowflake> StartAsync(Snowflake channel, Snowflake message, string title, CancellationToken ct)
    {
        var wanted = new ThreadCreate
        {
            Name = CommandWords.Cut(title, LongestName),
            AutoArchiveDuration = ArchiveAfter,
        };
        try
        {
            var thread = await link.Client.Channels.StartThreadAsync(channel, message, wanted, ct);
            channels.Add(thread with { ParentId = channel }, channels.Find(channel)?.Guild);
            return thread.Id;
        }
        catch (DiscordApiException e) when (e.Code == DiscordErrorCode.ThreadExists)
        {
            // A thread has the id of the message under which it hangs.
            return message;
        }
    }

    /// <summary>The button stands on every reply that goes on with a conversation.</summary>
    private Reply First(Talk talk, Locale locale) => Reply.Of(texts.Get(locale, "discord.thread")) with { Talk = talk };

    private bool IsRefused(Snowflake channel) =>
        _refused.TryGetValue(channel, out var until)
        && (until > time.GetUtcNow() || !_refused.TryRemove(channel, out _));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No thread could be opened in channel {Channel}: {Reason}.")]
        public static partial void NotOpened(ILogger logger, string channel, DeliveryFailure reason);
    }
}
