using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;

namespace PaperBot.Testing.Health;

/// <summary>A database that stands as a test says.</summary>
public sealed class FakeStorageStatus : IStorageStatus
{
    public Outcome<StorageStatus> Status { get; set; } = new StorageStatus("SQLite 3.50.4", 7, 2_500_000);

    public Task<Outcome<StorageStatus>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Status);
}
