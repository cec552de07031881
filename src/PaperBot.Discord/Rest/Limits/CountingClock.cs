namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// Relates the clock by which Discord counts to this machine's. An answer says when its request was counted; the time
/// from sending to counting is the way there plus an unknown, constant difference of the clocks. The smallest of the
/// last minutes belongs to the shortest way, so a request that was counted so much later than that, came so much later.
/// Not called by two threads at once.
/// </summary>
/// <remarks>
/// Several servers with clocks that differ make the result later, never earlier. Stamps that no pair of clocks could
/// have made (whole seconds, a clock that was set) are not used until the minutes that hold them are over.
/// </remarks>
internal sealed class CountingClock(TimeProvider time)
{
    /// <summary>Long enough for a few thousand requests, short enough that clocks do not drift apart by a millisecond.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(30);

    /// <summary>Stamps have whole milliseconds, and there are two of them.</summary>
    private const double Rounding = 0.002;

    /// <summary>With fewer answers the shortest way is guesswork.</summary>
    public const int Enough = 10;

    /// <summary>How many times the usual gap between the shortest way seen and the shortest there is.</summary>
    private const double Caution = 5;

    private Sample _last = Sample.Empty;
    private Sample _now = Sample.Empty;
    private long _since;

    /// <summary>
    /// A timestamp of this machine: a request that is sent at it or later is counted after the one given was.
    /// </summary>
    /// <param name="sentAt">The timestamp of sending.</param>
    /// <param name="answeredAt">The timestamp of the answer.</param>
    /// <param name="counted">Discord's stamp.</param>
    /// <returns>Null when the stamps cannot be relied on.</returns>
    public long? SafeAfter(long sentAt, long answeredAt, TimeSpan counted)
    {
        if (_now.Count > 0 && time.GetElapsedTime(_since, answeredAt) >= Span)
            (_last, _now) = (_now, Sample.Empty);
        if (_now.Count == 0)
            _since = answeredAt;
        var there = counted.TotalSeconds - Seconds(sentAt);
        _now = _now.With(there, counted.TotalSeconds - Seconds(answeredAt));
        var seen = _now.With(_last);
        // The difference of the clocks lies between the two for every answer, or there is no such difference.
        if (seen.Count < Enough || seen.LargestBack > seen.SmallestThere + Rounding)
            return null;
        // The shortest way of those seen is a little longer than the shortest there is; the fewer seen, the more.
        var unseen = Caution * (seen.LargestThere - seen.SmallestThere) / seen.Count;
        var late = there - seen.SmallestThere + unseen + Rounding;
        return sentAt + (long)(late * time.TimestampFrequency);
    }

    private double Seconds(long timestamp) => (double)timestamp / time.TimestampFrequency;

    /// <summary>What a stretch of time has shown.</summary>
    /// <param name="Count">Answers.</param>
    /// <param name="SmallestThere">The smallest stamp less its sending, in seconds.</param>
    /// <param name="LargestThere">The largest of these.</param>
    /// <param name="LargestBack">The largest stamp less its answer.</param>
    private readonly record struct Sample(int Count, double SmallestThere, double LargestThere, double LargestBack)
    {
        public static Sample Empty => new(0, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

        public Sample With(double there, double back) => With(new Sample(1, there, there, back));

        public Sample With(Sample other) =>
            new(
                Count + other.Count,
                Math.Min(SmallestThere, other.SmallestThere),
                Math.Max(LargestThere, other.LargestThere),
                Math.Max(LargestBack, other.LargestBack)
            );
    }
}
