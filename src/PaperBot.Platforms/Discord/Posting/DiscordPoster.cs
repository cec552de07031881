using System.Net;
using System.Security.Cryptography;
using System.Text;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>Shows a page where it belongs and says honestly what became of it.</summary>
internal sealed class DiscordPoster(DiscordLink link, ClosedDoors doors, TimeProvider time)
{
    private const int LongestNonce = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Shows an answer in the place of what the asker sees, while the token lives; otherwise in the channel, with a
    /// mention of the asker. An answer that only the asker may see then goes to them alone.
    /// </summary>
    public async Task<DeliveryResult> AnswerAsync(
        AnswerAddress address,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        string key,
        CancellationToken cancellationToken
    )
    {
        if (address.IsAlive(time.GetUtcNow()))
        {
            try
            {
                return await EditAsync(address, page, notify, cancellationToken);
            }
            catch (DiscordApiException e) when (e.Code == DiscordErrorCode.UnknownMessage)
            {
                // Somebody deleted it: they do not want the answer.
                return new DeliveryResult.Failed(DeliveryFailure.Gone, null);
            }
            catch (DiscordApiException e)
                when (e.Code
                        is DiscordErrorCode.UnknownWebhook
                            or DiscordErrorCode.InvalidWebhookToken
                            or DiscordErrorCode.UnknownInteraction
                    || e.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized
                )
            {
                // The token died early: the answer goes to the channel.
            }
            catch (Exception e) when (Failure(e) is { } failed)
            {
                return failed;
            }
        }
        var channel = address.Channel;
        if (address.IsPrivate || page.IsPrivate)
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
        var isReply = address.Token is null && channel == address.Channel;
        IReadOnlyList<PersonId> named = isReply ? notify : [.. notify, DiscordIds.Person(address.Asker)];
        return await PostAsync(channel, page, named, isReply ? address.Event : null, key, cancellationToken);
    }

    /// <summary>Posts a page as a message of its own. The same key within some minutes is the same message.</summary>
    public async Task<DeliveryResult> PostAsync(
        Snowflake channel,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        Snowflake? replyTo,
        string key,
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
            var sent = await link.Client.Messages.CreateAsync(channel, message, page.Files, cancellationToken);
            doors.Worked(channel);
            return new DeliveryResult.Sent(sent.Id.ToString());
        }
        catch (Exception e) when (Failure(e) is { } failed)
        {
            if (failed.Reason is DeliveryFailure.Forbidden or DeliveryFailure.Gone)
                doors.Close(channel);
            return failed;
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

    private async Task<DeliveryResult> EditAsync(
        AnswerAddress address,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        CancellationToken cancellationToken
    )
    {
        var edit = new MessageEdit
        {
            Components = page.Components,
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = Mentions.Of(notify),
        };
        var shown = await link.Client.Interactions.EditOriginalAsync(
            link.Application.Id,
            address.Token!,
            edit,
            page.Files,
            cancellationToken
        );
        return new DeliveryResult.Sent(shown.Id.ToString());
    }

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
}
