using PaperBot.Core.Delivery;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Messages;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>Late answers, digests and notices: in place while the token lives, else in the channel.</summary>
internal sealed class DiscordOutbox(
    DiscordLink link,
    DiscordRenderer renderer,
    DiscordPoster poster,
    ConversationThreads threads,
    TimeProvider time
) : IOutbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Platform => DiscordIds.Platform;

    public async Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(reply);
        // Before Discord has said who the bot is nothing can be edited.
        if (!link.Known.IsCompleted)
            return new DeliveryResult.Failed(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);
        var owner = destination.Asker is { } asker ? DiscordIds.Of(asker) : null;
        var tried = destination.TriedSince;
        var reader = Reader.Default with { Locale = destination.Locale };
        try
        {
            var page = await renderer.FirstAsync(reply, PageKey.Of(key.Value), owner, reader, cancellationToken);
            if (AnswerAddress.Read(destination.ReplyAddress) is { } address)
            {
                if (address.InPlace && destination.IsError)
                    return await poster.AsideAsync(address, page, key.Value, cancellationToken, tried);
                var result = await poster.AnswerAsync(address, page, reply.Notify, key.Value, cancellationToken, tried);
                if (result is DeliveryResult.Sent sent)
                    await threads.OpenAsync(
                        address,
                        sent.MessageId,
                        reply,
                        key.Value,
                        destination.Locale,
                        tried,
                        cancellationToken
                    );
                return result;
            }
            if (DiscordIds.Of(destination.Place) is not { } channel)
                return new DeliveryResult.Failed(DeliveryFailure.Gone, null);
            var roles = reply.NotifyGroups.SelectMany(Role).ToList();
            return await poster.PostAsync(
                channel,
                page,
                reply.Notify,
                null,
                key.Value,
                cancellationToken,
                tried,
                roles
            );
        }
        catch (StorageException)
        {
            return new DeliveryResult.Failed(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);
        }
    }

    private static IEnumerable<Snowflake> Role(string group) => Snowflake.TryParse(group, null, out var id) ? [id] : [];
}
