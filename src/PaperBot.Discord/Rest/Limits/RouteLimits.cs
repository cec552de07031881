using System.Net.Http.Headers;

namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// The limits of routes, learned from the headers of answers. See
/// <see href="https://docs.discord.com/developers/topics/rate-limits">topics/rate limits</see>.
/// </summary>
internal sealed class RouteLimits(TimeProvider time)
{
    private const int FirstSweep = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<BucketKey, Bucket> _buckets = [];
    private int _nextSweep = FirstSweep;

    /// <summary>How many buckets are remembered; idle ones are forgotten.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Stands in the route's line and returns with the turn, which is to be disposed.</summary>
    public async ValueTask<Turn> EnterAsync(Route route, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Bucket> place;
        lock (_gate)
        {
            var bucket = FindOrAdd(route);
            if (!bucket.Taken)
            {
                bucket.Taken = true;
                return new Turn(this, route, bucket);
            }

            place = new TaskCompletionSource<Bucket>();
            bucket.Line.Enqueue(place);
        }

        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource<Bucket>)state!).TrySetCanceled(token),
            place
        );
        return new Turn(this, route, await place.Task.ConfigureAwait(false));
    }

    /// <summary>How long the bucket is exhausted; zero or less when it is not.</summary>
    public TimeSpan WaitOf(Bucket bucket)
    {
        lock (_gate)
            return bucket.Remaining > 0 ? TimeSpan.Zero : time.GetElapsedTime(time.GetTimestamp(), bucket.ResetAt);
    }

    /// <summary>Takes over what an answer says of the bucket, and its name.</summary>
    public Bucket Learn(Route route, Bucket bucket, HttpResponseHeaders headers)
    {
        if (RateLimitHeaders.Read(headers) is not { } seen)
            return bucket;
        lock (_gate)
        {
            bucket.Remaining = seen.Remaining;
            bucket.ResetAt = After(seen.ResetAfter);
            if (seen.Bucket is null || (_names.TryGetValue(route.Name, out var known) && known == seen.Bucket))
                return bucket;
            var old = known ?? route.Name;
            _names[route.Name] = seen.Bucket;
            Rename(old, seen.Bucket, bucket);
            return bucket.Successor ?? bucket;
        }
    }

    /// <summary>Exhausts the bucket after a 429.</summary>
    public void Block(Bucket bucket, TimeSpan retryAfter)
    {
        lock (_gate)
        {
            bucket.Remaining = 0;
            bucket.ResetAt = After(retryAfter);
        }
    }

    /// <summary>Hands the turn to the next in the line.</summary>
    public void Leave(Bucket bucket)
    {
        while (true)
        {
            TaskCompletionSource<Bucket>? next;
            lock (_gate)
            {
                bucket = bucket.Successor ?? bucket;
                if (!bucket.Line.TryDequeue(out next))
                {
                    bucket.Taken = false;
                    if (_buckets.Count >= _nextSweep)
                        Sweep();
                    return;
                }
            }

            // Outside the lock, because the next caller goes on right here.
            if (next.TrySetResult(bucket))
                return;
        }
    }

    private Bucket FindOrAdd(Route route)
    {
        var key = new BucketKey(_names.GetValueOrDefault(route.Name, route.Name), route.TopLevel);
        if (_buckets.TryGetValue(key, out var bucket))
            return bucket;
        return _buckets[key] = new Bucket();
    }

    /// <summary>
    /// Moves every bucket of the old name to the new one. Where a bucket of that name exists already for the same
    /// resource, the line moves over to it; when nobody holds that one, the holder of the old one does from now on.
    /// </summary>
    private void Rename(string old, string name, Bucket held)
    {
        foreach (var (key, bucket) in _buckets.Where(entry => entry.Key.Name == old).ToArray())
        {
            _buckets.Remove(key);
            var target = key with { Name = name };
            if (!_buckets.TryGetValue(target, out var existing))
            {
                _buckets[target] = bucket;
                continue;
            }

            while (bucket.Line.TryDequeue(out var place))
                existing.Line.Enqueue(place);
            if (bucket == held)
                (existing.Remaining, existing.ResetAt) = (held.Remaining, held.ResetAt);
            if (!existing.Taken && bucket.Taken)
                (existing.Taken, bucket.Successor) = (true, existing);
        }
    }

    private void Sweep()
    {
        var now = time.GetTimestamp();
        foreach (var (key, _) in _buckets.Where(entry => entry.Value.Idle(now)).ToArray())
            _buckets.Remove(key);
        _nextSweep = Math.Max(FirstSweep, 2 * _buckets.Count);
    }

    private long After(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);
}
