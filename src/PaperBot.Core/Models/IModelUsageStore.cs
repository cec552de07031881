namespace PaperBot.Core.Models;

/// <summary>What the models took, by day, model and purpose; nothing about persons.</summary>
public interface IModelUsageStore
{
    /// <summary>Adds one call.</summary>
    /// <param name="day">The day, UTC.</param>
    /// <param name="model">Which model.</param>
    /// <param name="purpose">The prompt's name.</param>
    /// <param name="usage">Its tokens.</param>
    /// <param name="cost">Millionths of the currency in which the prices are given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(
        DateOnly day,
        string model,
        string purpose,
        ModelUsage usage,
        long cost,
        CancellationToken cancellationToken
    );

    /// <summary>All that was taken on a day.</summary>
    Task<IReadOnlyList<ModelUsageLine>> ReadAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Notes that the owner is told of something on that day.</summary>
    /// <returns>False when it was noted before, by whichever process.</returns>
    Task<bool> TryNoteAsync(DateOnly day, string notice, CancellationToken cancellationToken);
}
