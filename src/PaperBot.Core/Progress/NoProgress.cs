namespace PaperBot.Core.Progress;

/// <summary>Nobody watches.</summary>
public sealed class NoProgress : IProgressSink
{
    private NoProgress() { }

    /// <summary>The one instance.</summary>
    public static NoProgress Instance { get; } = new();

    /// <inheritdoc />
    public void Report(ProgressUpdate update) { }
}
