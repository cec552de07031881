using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Testing.Papers;

/// <summary>Lists are as they are.</summary>
public sealed class NoReview : IAnnouncementReview
{
    /// <inheritdoc />
    public DateTimeOffset ReviewableAt(DateOnly day) => new(day, new TimeOnly(16, 0), TimeSpan.Zero);

    /// <inheritdoc />
    public Task<int> ReviewAsync(
        DateOnly day,
        IReadOnlyList<string> categories,
        Caller caller,
        CancellationToken cancellationToken
    ) => Task.FromResult(0);
}
