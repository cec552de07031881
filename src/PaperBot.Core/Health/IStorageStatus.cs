using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Health;

/// <summary>Asks the database how it stands.</summary>
public interface IStorageStatus
{
    /// <summary>The state, or one sentence about what is wrong.</summary>
    Task<Outcome<StorageStatus>> ReadAsync(CancellationToken cancellationToken);
}
