using PaperBot.Core.Delivery;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Markdown;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// An account may not speak first: what the bot answers late comes by customer-service message where the account may, and
/// else waits for the person's next message. A post that comes twice waits once, because it is kept under its key.
/// </summary>
internal sealed class OfficialOutbox(WaitingAnswers waiting, OfficialWriter writer, CustomPush push, TimeProvider time)
    : IOutbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Platform => WeChatIds.Platform;

    public async Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(reply);
        // A post of the bot's own is never seen by anybody unless the person writes: it is refused, not recorded as sent.
        if (destination.ReplyAddress is not { } openId)
            return new DeliveryResult.Failed(DeliveryFailure.Forbidden, null);
        try
        {
            var reader = Reader.Default with { Locale = destination.Locale };
            var post = await writer.WriteAsync(reply, openId, reader, cancellationToken);
            await waiting.KeepAsync(openId, key.Value, post, cancellationToken);
            push.Begin(openId);
            return new DeliveryResult.Sent(key.Value);
        }
        catch (StorageException)
        {
            return new DeliveryResult.Failed(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);
        }
    }
}
