namespace PaperBot.Testing.Arxiv;

/// <summary>The two ways in which arXiv's query API has answered.</summary>
public enum AtomGeneration
{
    /// <summary>Since 2025: errors with status 400, unknown ids not counted.</summary>
    Current,

    /// <summary>Before: errors with status 200, wrapped and indented texts, unknown ids counted in the total.</summary>
    Old,
}
