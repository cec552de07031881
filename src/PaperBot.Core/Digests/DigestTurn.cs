namespace PaperBot.Core.Digests;

/// <summary>What one look at a subscription came to; it is written down all or nothing.</summary>
/// <param name="Subscription">The subscription as it was taken.</param>
/// <param name="DueAt">When the next digest is due.</param>
/// <param name="WakeAt">When to look again.</param>
public sealed record DigestTurn(DigestSubscription Subscription, DateTimeOffset DueAt, DateTimeOffset WakeAt)
{
    /// <summary>The new day of the last digest.</summary>
    public DateOnly? LastRun { get; init; } = Subscription.LastRun;

    /// <summary>The new announcement of the last digest.</summary>
    public DateOnly? LastDay { get; init; } = Subscription.LastDay;

    /// <summary>What is to be posted; null when there is nothing.</summary>
    public DigestPost? Post { get; init; }
}
