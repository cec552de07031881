namespace PaperBot.Core.Delivery;

/// <summary>What became of a post.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult() { }

    /// <summary>The platform confirmed it.</summary>
    /// <param name="MessageId">The platform's id of the (first) message.</param>
    public sealed record Sent(string MessageId) : DeliveryResult;

    /// <summary>It was not posted.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAt">When to try again; null: not again.</param>
    public sealed record Failed(DeliveryFailure Reason, DateTimeOffset? RetryAt) : DeliveryResult;

    /// <summary>Nobody knows (the connection broke after sending): read the place back before trying again.</summary>
    public sealed record Unknown : DeliveryResult;
}
