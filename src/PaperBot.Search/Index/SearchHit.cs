namespace PaperBot.Search.Index;

/// <summary>A document that was found.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Score">Greater is better; comparable inside one search only.</param>
public sealed record SearchHit(string Key, double Score)
{
    /// <summary>What part of the question's words the document has, rare ones counting for more: 0 to 1.</summary>
    public double Said { get; init; } = 1;
}
