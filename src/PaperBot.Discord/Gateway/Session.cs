namespace PaperBot.Discord.Gateway;

/// <summary>What is needed to resume.</summary>
/// <param name="id">Its id.</param>
/// <param name="resumeUrl">Where.</param>
internal sealed class Session(string id, Uri resumeUrl)
{
    private long _sequence;

    public string Id { get; } = id;

    public Uri ResumeUrl { get; } = resumeUrl;

    /// <summary>The last event that was seen.</summary>
    public long Sequence => Interlocked.Read(ref _sequence);

    /// <summary>Counts an event; false when it was seen before.</summary>
    public bool Advance(long sequence)
    {
        if (sequence <= Interlocked.Read(ref _sequence))
            return false;
        Interlocked.Exchange(ref _sequence, sequence);
        return true;
    }
}
