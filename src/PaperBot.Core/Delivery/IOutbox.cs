using PaperBot.Core.Replies;

namespace PaperBot.Core.Delivery;

/// <summary>
/// A platform's way out for everything that is not the direct answer to a waiting request: resumed requests, digests,
/// notices to owners. One implementation for each platform.
/// </summary>
public interface IOutbox
{
    /// <summary>The platform, as in ids: <c>web</c>, <c>discord</c>.</summary>
    string Platform { get; }

    /// <summary>Posts a reply. Never recorded as sent unless the platform confirmed it.</summary>
    Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    );
}
