namespace PaperBot.Core.Progress;

/// <summary>Takes progress. It returns at once, never throws, and may leave updates out when they come too fast.</summary>
public interface IProgressSink
{
    /// <summary>Tells the waiting person.</summary>
    void Report(ProgressUpdate update);
}
