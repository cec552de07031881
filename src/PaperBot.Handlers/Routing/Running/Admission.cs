namespace PaperBot.Handlers.Routing.Running;

/// <summary>How a request was let in.</summary>
internal abstract record Admission
{
    private Admission() { }

    /// <summary>It runs.</summary>
    public sealed record Begun(Run Run) : Admission;

    /// <summary>The same one runs already.</summary>
    public sealed record Joined(Run First) : Admission;

    /// <summary>It runs itself: its event came again while it was being resumed.</summary>
    public sealed record Known : Admission;

    /// <summary>The process is about to end.</summary>
    public sealed record Closing : Admission;
}
