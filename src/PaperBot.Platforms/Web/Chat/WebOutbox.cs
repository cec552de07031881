using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>
/// Posts into a chat's transcript, where its page finds it whenever it looks. The transcript knows what it holds, so a
/// post that comes twice is there once, and the answer is never "unknown".
/// </summary>
internal sealed class WebOutbox(ChatTranscript transcript, TimeProvider time) : IOutbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Platform => Visitors.Platform;

    public async Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(reply);
        var chat = new ConversationId(destination.Place.Platform, destination.Place.Key);
        var address = ReplyAddress.Parse(destination.ReplyAddress);
        try
        {
            return new DeliveryResult.Sent(
                await transcript.AnswerAsync(
                    chat,
                    address,
                    key.Value,
                    reply,
                    null,
                    destination.Locale,
                    cancellationToken
                )
            );
        }
        catch (StorageException)
        {
            return new DeliveryResult.Failed(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);
        }
    }
}
