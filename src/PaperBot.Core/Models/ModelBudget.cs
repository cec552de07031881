namespace PaperBot.Core.Models;

/// <summary>How the day stands.</summary>
/// <param name="Limit">Tokens that all models together may take on a day (UTC); 0: no limit.</param>
/// <param name="Taken">Tokens that they have taken today.</param>
/// <param name="RenewsAt">When the next day begins.</param>
public sealed record ModelBudget(long Limit, long Taken, DateTimeOffset RenewsAt)
{
    /// <summary>Whether nothing more is asked of models today.</summary>
    public bool IsSpent => Limit > 0 && Taken >= Limit;
}
