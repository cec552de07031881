namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// Which calls go together. A halved batch's parts stay by themselves, so that the culprit ends up alone. The
/// upstream's own code runs here, so never under a lock.
/// </summary>
internal static class BatchPlan
{
    /// <summary>The first request's calls out of <paramref name="line"/>, which is in the order of service.</summary>
    /// <param name="upstream">Says which calls may go together.</param>
    /// <param name="line">The waiting calls.</param>
    /// <param name="now">Calls that pause for longer are left out.</param>
    /// <param name="batch">
    /// Takes the calls; empty at first. A call is in it while the upstream's code looks at it: if that dies or hangs,
    /// the culprit is among them.
    /// </param>
    public static List<PendingCall<TCall, TResult>> First<TCall, TResult>(
        IUpstream<TCall, TResult> upstream,
        IReadOnlyList<PendingCall<TCall, TResult>> line,
        DateTimeOffset now,
        List<PendingCall<TCall, TResult>> batch
    )
        where TCall : notnull
    {
        var calls = new List<TCall>();
        foreach (var call in line)
        {
            if (batch.Count >= upstream.Pace.LargestBatch)
                break;
            if (call.NotBefore > now)
                continue;
            if (batch.Count > 0 && !ReferenceEquals(call.Part, batch[0].Part))
                continue;
            batch.Add(call);
            if (calls.Count == 0 || upstream.CanJoin(calls, call.Call))
                calls.Add(call.Call);
            else
                batch.RemoveAt(batch.Count - 1);
        }

        return batch;
    }

    /// <summary>For each call of <paramref name="line"/> how many requests go before its own.</summary>
    public static int[] Turns<TCall, TResult>(
        IUpstream<TCall, TResult> upstream,
        IReadOnlyList<PendingCall<TCall, TResult>> line
    )
        where TCall : notnull
    {
        // A line far longer than this is told by its length alone: planning it costs more than the figure is worth.
        const int Planned = 32;
        var turns = new int[line.Count];
        if (upstream.Pace.LargestBatch == 1)
        {
            for (var i = 0; i < turns.Length; i++)
                turns[i] = i;
            return turns;
        }

        var rest = Enumerable.Range(0, line.Count).ToList();
        var turn = 0;
        for (; rest.Count > 0 && turn < Planned; turn++)
        {
            var left = rest.ConvertAll(index => line[index]);
            var batch = First(upstream, left, DateTimeOffset.MaxValue, []).ToHashSet();
            foreach (var index in rest)
                turns[index] = turn;
            rest.RemoveAll(index => batch.Contains(line[index]));
        }

        for (var i = 0; i < rest.Count; i++)
            turns[rest[i]] = turn + i;
        return turns;
    }
}
