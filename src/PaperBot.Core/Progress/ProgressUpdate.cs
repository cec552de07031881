using PaperBot.Core.Texts;

namespace PaperBot.Core.Progress;

/// <summary>Something a waiting person may want to know.</summary>
public abstract record ProgressUpdate
{
    private ProgressUpdate() { }

    /// <summary>The request waits in front of an upstream.</summary>
    /// <param name="Upstream">The queue's name, for example <c>arxiv-api</c>.</param>
    /// <param name="Position">1 for the next one to go.</param>
    /// <param name="ExpectedWait">Until its answer is expected; null when nobody knows.</param>
    public sealed record Queued(string Upstream, int Position, TimeSpan? ExpectedWait) : ProgressUpdate;

    /// <summary>What is being done now.</summary>
    /// <param name="Message">A short sentence by key.</param>
    public sealed record Stage(Message Message) : ProgressUpdate;

    /// <summary>The answer so far, from its beginning.</summary>
    /// <param name="Markdown">All of the text so far, not only what is new.</param>
    public sealed record Partial(string Markdown) : ProgressUpdate;
}
