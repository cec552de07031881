namespace PaperBot.Core.Digests;

/// <summary>One post of a subscription.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Content">The reply as it was written down; empty once it is settled.</param>
/// <param name="CreatedAt">When it was planned.</param>
public sealed record DigestDelivery(DeliveryId Id, DeliveryState State, string Content, DateTimeOffset CreatedAt)
{
    /// <summary>How often it was tried, this time included.</summary>
    public int Attempt { get; init; }

    /// <summary>When to try next.</summary>
    public DateTimeOffset NextAt { get; init; } = CreatedAt;

    /// <summary>Why the last attempt failed; null when none did.</summary>
    public string? Reason { get; init; }

    /// <summary>The platform's id of the message; null until it is sent.</summary>
    public string? MessageId { get; init; }

    /// <summary>How many papers were announced.</summary>
    public int Announced { get; init; }

    /// <summary>How many of them matched.</summary>
    public int Matched { get; init; }
}
