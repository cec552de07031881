namespace PaperBot.Core.Models;

/// <summary>How an answer ended.</summary>
public enum AnswerEnd
{
    /// <summary>The model was done.</summary>
    Complete,

    /// <summary>It reached the longest answer that was allowed.</summary>
    Length,

    /// <summary>The connection broke, or the time was over, while it spoke: what came is what there is.</summary>
    Cut,

    /// <summary>The provider's filter stopped it.</summary>
    Filtered,
}
