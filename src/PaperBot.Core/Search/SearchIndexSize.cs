namespace PaperBot.Core.Search;

/// <summary>What the full-text index holds.</summary>
/// <param name="Papers">Papers.</param>
/// <param name="Articles">Articles.</param>
public sealed record SearchIndexSize(int Papers, int Articles);
