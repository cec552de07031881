using System.Collections.Concurrent;
using System.Threading.Channels;
using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;

namespace PaperBot.Testing.Delivery;

/// <summary>A platform's way out that keeps what is posted; what is posted twice under one key is seen once.</summary>
public sealed class RecordingOutbox(string platform) : IOutbox
{
    private readonly Channel<(Destination Destination, Reply Reply, DeliveryKey Key)> _posts = Channel.CreateUnbounded<(
        Destination,
        Reply,
        DeliveryKey
    )>();

    public string Platform { get; } = platform;

    /// <summary>What becomes of a post; sent by default.</summary>
    public Func<DeliveryKey, DeliveryResult> Result { get; set; } = key => new DeliveryResult.Sent(key.Value);

    /// <summary>What readers see, by key.</summary>
    public ConcurrentDictionary<string, Reply> Seen { get; } = new();

    public Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        var result = Result(key);
        if (result is not DeliveryResult.Failed)
            Seen[key.Value] = reply;
        _posts.Writer.TryWrite((destination, reply, key));
        return Task.FromResult(result);
    }

    /// <summary>The next post, when it comes.</summary>
    public ValueTask<(Destination Destination, Reply Reply, DeliveryKey Key)> NextAsync(
        CancellationToken cancellationToken
    ) => _posts.Reader.ReadAsync(cancellationToken);
}
