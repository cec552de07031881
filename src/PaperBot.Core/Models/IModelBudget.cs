namespace PaperBot.Core.Models;

/// <summary>What models may take in a day, for owners: <c>Llm:DailyBudget</c>.</summary>
public interface IModelBudget
{
    /// <summary>How today stands.</summary>
    Task<ModelBudget> ReadAsync(CancellationToken cancellationToken);
}
