namespace PaperBot.Testing.Arxiv;

/// <summary>An answer that goes wrong.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null for what would have been answered.</param>
public sealed record ArxivFault(string Name, int Status = 200, string? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Before the answer begins.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How the body goes out.</summary>
    public FaultManner Manner { get; init; }
}
