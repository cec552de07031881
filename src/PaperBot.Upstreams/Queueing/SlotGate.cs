using Microsoft.Extensions.Logging;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// The queue's way to the <see cref="ISlotStore"/>. A store that fails or hangs is asked again within a bound; it is
/// logged once when it begins to fail, and again when it is back.
/// </summary>
internal sealed partial class SlotGate(
    UpstreamPace pace,
    ISlotStore store,
    string owner,
    TimeProvider time,
    DecorrelatedJitter jitter,
    ILogger logger
)
{
    private const int Tries = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private long? _failingSince;
    private TimeSpan _pause;

    /// <summary>True when the store has failed for so long that those who wait are to be told.</summary>
    public bool HasGivenUp => _failingSince is { } since && time.GetElapsedTime(since) >= GuardTimes.StorePatience;

    /// <summary>The pause before a store that failed is asked again.</summary>
    public TimeSpan Pause => _pause;

    /// <summary>Asks for a slot and a lease; null when the store failed.</summary>
    public async Task<SlotGrant?> TryTakeAsync(IReadOnlyList<SlotCharge> charges)
    {
        var request = new SlotRequest(
            pace.Name,
            charges,
            pace.Concurrent,
            owner,
            pace.AttemptTimeout + GuardTimes.Grace,
            pace.LongestRetryAfter
        );
        Task<SlotGrant>? asked = null;
        try
        {
            asked = store.TryTakeAsync(request, CancellationToken.None);
            var grant = await asked.WaitAsync(GuardTimes.StoreTimeout, time);
            Works();
            return grant;
        }
        catch (Exception exception)
        {
            // A lease that comes after all must not keep everybody out until it expires.
            if (exception is TimeoutException && asked is not null)
                _ = ReturnAsync(asked);
            Fails(exception);
            return null;
        }
    }

    /// <summary>The attempt is over; a lease that cannot be released expires by itself.</summary>
    public Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt) =>
        PersistAsync(() => store.ReleaseAsync(lease, startedAt, CancellationToken.None));

    /// <summary>Nobody starts before <paramref name="until"/>.</summary>
    public Task HoldBackAsync(DateTimeOffset until) =>
        PersistAsync(() => store.HoldBackAsync(pace.Name, until, CancellationToken.None));

    private async Task PersistAsync(Func<Task> action)
    {
        var pause = TimeSpan.Zero;
        for (var i = 1; i <= Tries; i++)
        {
            try
            {
                await action().WaitAsync(GuardTimes.StoreTimeout, time);
                return;
            }
            catch (Exception exception)
            {
                Fails(exception);
            }

            if (i == Tries)
                return;
            pause = jitter.Next(pause, FirstPause, LongestPause);
            await Task.Delay(pause, time);
        }
    }

    private async Task ReturnAsync(Task<SlotGrant> late)
    {
        try
        {
            if ((await late).Lease is { } lease)
                await store.ReleaseAsync(lease, null, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Fails(exception);
        }
    }

    private void Works()
    {
        if (_failingSince is { } since)
            Log.StoreIsBack(logger, pace.Name, time.GetElapsedTime(since));
        _failingSince = null;
        _pause = TimeSpan.Zero;
    }

    private void Fails(Exception exception)
    {
        if (_failingSince is null)
            Log.StoreFails(logger, pace.Name, exception);
        _failingSince ??= time.GetTimestamp();
        _pause = jitter.Next(_pause, FirstPause, LongestPause);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The slot store fails; nothing is sent to {Upstream} meanwhile.")]
        public static partial void StoreFails(ILogger logger, string upstream, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "The slot store of {Upstream} is back after {Elapsed}.")]
        public static partial void StoreIsBack(ILogger logger, string upstream, TimeSpan elapsed);
    }
}
