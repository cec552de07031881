namespace PaperBot.Core.Digests;

/// <summary>What has become of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>To be posted, now or at its time.</summary>
    Pending,

    /// <summary>A process is posting it; when that process is gone, it may be there or not.</summary>
    Sending,

    /// <summary>Posted perhaps: the connection broke.</summary>
    Unknown,

    /// <summary>The platform confirmed it.</summary>
    Sent,

    /// <summary>Given up: the platform did not take it for a day, or the place refuses posts.</summary>
    Failed,

    /// <summary>The platform refuses the content.</summary>
    Rejected,
}
