namespace PaperBot.Handlers.Routing.Running;

/// <summary>How a request was let in.</summary>
internal abstract record Admission
{
    private Admission() { }

    /// <summary>It runs.</summary>
    public sealed record Begun(Run Run) : Admission;

    /// <summary>The same one runs already.</summary>
    public sealed record Joined(Run First) : Admission;

    /// <summary>The process is about to end.</summary>
    public sealed record Closing : Admission;
}
