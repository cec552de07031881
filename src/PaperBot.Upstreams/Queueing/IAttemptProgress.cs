namespace PaperBot.Upstreams.Queueing;

/// <summary>Takes an answer's pieces; everybody who waits for the call gets them, and who joins later the last one.</summary>
internal interface IAttemptProgress
{
    /// <summary>The answer so far.</summary>
    /// <param name="call">The call's index in the batch.</param>
    /// <param name="markdown">All of the text so far, from its beginning.</param>
    void Partial(int call, string markdown);
}
