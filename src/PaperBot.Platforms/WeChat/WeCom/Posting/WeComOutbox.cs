using PaperBot.Core.Delivery;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Markdown;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Platforms.WeChat.WeCom.Rendering;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>Late answers, digests and notices: in place while the message lives, else as messages of the bot's own.</summary>
internal sealed class WeComOutbox(WeComLink link, WeComWriter writer, WeComPoster poster, TimeProvider time) : IOutbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Platform => WeComIds.Platform;

    public async Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(reply);
        if (!link.IsUp)
            return Soon();
        var address = WeComAddress.Read(destination.ReplyAddress);
        var target = new WeComTarget(address?.Chat ?? destination.Place.Key, address, destination.Locale);
        try
        {
            var reader = Reader.Default with { Locale = destination.Locale };
            var post = await writer.WriteAsync(reply, key.Value, target.Chat, target.Asker, reader, cancellationToken);
            return await poster.PostAsync(post, target, key.Value, cancellationToken);
        }
        catch (StorageException)
        {
            return Soon();
        }
    }

    private DeliveryResult.Failed Soon() => new(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);
}
