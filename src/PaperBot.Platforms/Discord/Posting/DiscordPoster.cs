using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>Shows a page where it belongs and says honestly what became of it.</summary>
internal sealed partial class DiscordPoster(
    DiscordLink link,
    ClosedDoors doors,
    StandingPosts standing,
    TimeProvider time,
    ILogger<DiscordPoster> logger
)
{
    private const int LongestNonce = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TokenAnswers _tokens = new(link);

    /// <summary>
    /// Shows an answer in the place of what the asker sees, while the token lives; otherwise in the channel, with a
    /// mention of the asker. An answer that only the asker may see then goes to them alone.
    /// </summary>
    /// <param name="address">Where to.</param>
    /// <param name="page">The answer.</param>
    /// <param name="notify">Whom it may notify.</param>
    /// <param name="key">Names it: what is posted again under the same key is seen once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="triedSince">When the same may have been posted before: since when. Then the place is read back.</param>
    public async Task<DeliveryResult> AnswerAsync(
        AnswerAddress address,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        string key,
        CancellationToken cancellationToken,
        DateTimeOffset? triedSince = null
    )
    {
        var isPrivate = address.IsPrivate || page.IsPrivate;
        if (address.IsAlive(time.GetUtcNow()))
        {
            try
            {
                var shown = await _tokens.EditAsync(address, page, notify, cancellationToken);
                foreach (var (more, number) in page.More.Select((more, i) => (more, i + 1)))
                    await FollowAsync(
                        address,
                        more,
                        shown,
                        $"{key}/{number}",
                        isPrivate,
                        triedSince,
                        cancellationToken
                    );
                return new DeliveryResult.Sent(shown.ToString());
            }
            catch (DiscordApiException e) when (e.Code == DiscordErrorCode.UnknownMessage)
            {
                // Somebody deleted it: they do not want the answer.
                return new DeliveryResult.Failed(DeliveryFailure.Gone, null);
            }
            catch (DiscordApiException e) when (TokenAnswers.IsDead(e))
            {
                // The answer goes to the channel.
            }
            catch (Exception e) when (Failure(e) is { } failed)
            {
                return failed;
            }
        }
        return await ElsewhereAsync(address, page, notify, isPrivate, key, triedSince, cancellationToken);
    }

    /// <summary>
    /// Tells the asker alone, beside the message whose button was pressed, which stays as it is; when the token is dead,
    /// by a direct message.
    /// </summary>
    /// <param name="address">The press.</param>
    /// <param name="page">What is told.</param>
    /// <param name="key">Names it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="triedSince">As for <see cref="AnswerAsync"/>.</param>
    public async Task<DeliveryResult> AsideAsync(
        AnswerAddress address,
        DiscordPage page,
        string key,
        CancellationToken cancellationToken,
        DateTimeOffset? triedSince = null
    )
    {
        if (address.IsAlive(time.GetUtcNow()))
        {
            try
            {
                return new DeliveryResult.Sent(
                    $"{await _tokens.FollowUpAsync(address, page, isPrivate: true, cancellationToken)}"
                );
            }
            catch (DiscordApiException e) when (TokenAnswers.IsDead(e))
            {
                // The asker has a direct message then.
            }
            catch (Exception e) when (Failure(e) is { } failed)
            {
                return failed;
            }
        }
        return await ElsewhereAsync(address, page, [], isPrivate: true, key, triedSince, cancellationToken);
    }

    /// <summary>An answer that its token cannot show: in the channel, or to the asker alone.</summary>
    private async Task<DeliveryResult> ElsewhereAsync(
        AnswerAddress address,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        bool isPrivate,
        string key,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken
    )
    {
        var channel = address.Channel;
        if (isPrivate)
        {
            try
            {
                channel = (await link.Client.Channels.OpenDirectMessageAsync(address.Asker, cancellationToken)).Id;
            }
            catch (Exception e) when (Failure(e) is { } failed)
            {
                return failed;
            }
        }
        IReadOnlyList<PersonId> named = [.. notify, DiscordIds.Person(address.Asker)];
        if (address.Token is not null || channel != address.Channel)
            return await PostAsync(channel, page, named, null, key, cancellationToken, triedSince);
        var result = await TryPostAsync(channel, page, notify, address.Event, key, triedSince, cancellationToken);
        // A reply needs the right to read the history as well; without it the asker is named instead.
        return result is DeliveryResult.Failed { Reason: DeliveryFailure.Forbidden }
            ? await PostAsync(channel, page, named, null, key, cancellationToken, triedSince)
            : result;
    }

    /// <summary>Posts a page as a message of its own. The same key within some minutes is the same message.</summary>
    public async Task<DeliveryResult> PostAsync(
        Snowflake channel,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        Snowflake? replyTo,
        string key,
        CancellationToken cancellationToken,
        DateTimeOffset? triedSince = null,
        params IReadOnlyList<Snowflake> roles
    )
    {
        var result = await TryPostAsync(channel, page, notify, replyTo, key, triedSince, cancellationToken, roles);
        if (result is DeliveryResult.Failed { Reason: DeliveryFailure.Forbidden or DeliveryFailure.Gone })
            doors.Close(channel);
        return result;
    }

    private async Task<DeliveryResult> TryPostAsync(
        Snowflake channel,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        Snowflake? replyTo,
        string key,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken,
        params IReadOnlyList<Snowflake> roles
    )
    {
        if (doors.IsClosed(channel))
            return new DeliveryResult.Failed(DeliveryFailure.Forbidden, null);
        var message = new MessageCreate
        {
            Components = WithMentions(page.Components, replyTo is null ? notify : [], roles),
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = Mentions.Of(notify, roles),
            Nonce = NonceOf(key),
            EnforceNonce = true,
            MessageReference = replyTo is { } id
                ? new MessageReference { MessageId = id, FailIfNotExists = false }
                : null,
        };
        try
        {
            var stands = await standing.FindAsync(channel, page.Key, triedSince, cancellationToken);
            var sent =
                stands ?? (await link.Client.Messages.CreateAsync(channel, message, page.Files, cancellationToken)).Id;
            doors.Worked(channel);
            foreach (var (more, number) in page.More.Select((more, i) => (more, i + 1)))
                await PostAsync(channel, more, [], sent, $"{key}/{number}", cancellationToken, triedSince);
            return new DeliveryResult.Sent(sent.ToString());
        }
        catch (Exception e) when (Failure(e) is { } failed)
        {
            Log.NotPosted(logger, channel.ToString(), e.Message);
            return failed;
        }
    }

    /// <summary>
    /// A message after an answer in place. In the channel it is seen once whatever happens; what only the asker may see,
    /// and what goes to a channel in which the bot is no member, is a follow-up, which a crash could repeat.
    /// </summary>
    private async Task FollowAsync(
        AnswerAddress address,
        DiscordPage page,
        Snowflake first,
        string key,
        bool isPrivate,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken
    )
    {
        if (
            !isPrivate
            && await PostAsync(address.Channel, page, [], first, key, cancellationToken, triedSince)
                is DeliveryResult.Sent
        )
            return;
        try
        {
            await _tokens.FollowUpAsync(address, page, isPrivate, cancellationToken);
        }
        catch (Exception e) when (Failure(e) is { } failed)
        {
            Log.NotFollowed(logger, page.Files.Count, failed.Reason);
        }
    }

    /// <summary>What an exception means for a delivery; null for one that is none of Discord's.</summary>
    public DeliveryResult.Failed? Failure(Exception exception) =>
        exception switch
        {
            DiscordRateLimitException limited => new(
                DeliveryFailure.Unavailable,
                time.GetUtcNow() + limited.RetryAfter
            ),
            DiscordApiException { Status: HttpStatusCode.NotFound } => new(DeliveryFailure.Gone, null),
            DiscordApiException { Status: HttpStatusCode.Forbidden } => new(DeliveryFailure.Forbidden, null),
            // 401 is about the bot's token and says nothing about the place.
            DiscordApiException { Status: HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError } =>
                Soon(),
            DiscordApiException => new(DeliveryFailure.Rejected, null),
            DiscordStoppedException stopped => new(
                DeliveryFailure.Unavailable,
                time.GetUtcNow() + (stopped.RetryAfter ?? Patience)
            ),
            HttpRequestException or IOException or TimeoutException => Soon(),
            _ => null,
        };

    private static IReadOnlyList<Component> WithMentions(
        IReadOnlyList<Component> components,
        IReadOnlyList<PersonId> notify,
        IReadOnlyList<Snowflake> roles
    )
    {
        var named = notify
            .Select(DiscordIds.Of)
            .OfType<Snowflake>()
            .Distinct()
            .Select(id => $"<@{id}>")
            .Concat(roles.Distinct().Select(id => $"<@&{id}>"))
            .ToList();
        return named.Count == 0 ? components : [new TextDisplay { Content = string.Join(' ', named) }, .. components];
    }

    private DeliveryResult.Failed Soon() => new(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);

    private static string NonceOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..LongestNonce];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message could not be posted in channel {Channel}: {Reason}")]
        public static partial void NotPosted(ILogger logger, string channel, string reason);

        [LoggerMessage(2, LogLevel.Warning, "{Count} files of an answer could not be shown: {Reason}.")]
        public static partial void NotFollowed(ILogger logger, int count, DeliveryFailure reason);
    }
}
