namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// One quota of Discord's and the line before it. One request at a time is under way, so that the headers of the last
/// answer are always the truth and requests to one channel arrive in the order in which they were made.
/// </summary>
internal sealed class Bucket
{
    /// <summary>Callers in the order of their arrival; a turn is handed from one to the next.</summary>
    public Queue<TaskCompletionSource<Bucket>> Line { get; } = new();

    public bool Taken { get; set; }

    /// <summary>What Discord still allows before <see cref="ResetAt"/>.</summary>
    public int Remaining { get; set; } = 1;

    /// <summary>The timestamp from which Discord counts anew.</summary>
    public long ResetAt { get; set; } = long.MinValue;

    /// <summary>The bucket that this one turned out to be; its line has moved there.</summary>
    public Bucket? Successor { get; set; }

    public bool Idle(long now) => !Taken && Line.Count == 0 && ResetAt <= now;
}
