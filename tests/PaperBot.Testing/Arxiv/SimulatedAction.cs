namespace PaperBot.Testing.Arxiv;

/// <summary>What happened to a paper on a day.</summary>
public enum SimulatedAction
{
    /// <summary>Announced for the first time, in all its categories.</summary>
    New,

    /// <summary>Cross-listed later.</summary>
    Cross,

    /// <summary>A new version.</summary>
    Replace,
}
