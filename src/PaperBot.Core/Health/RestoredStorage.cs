namespace PaperBot.Core.Health;

/// <summary>What a restore did.</summary>
/// <param name="Status">How the database stands now.</param>
/// <param name="KeptBeside">The file that holds what was there before; null when there was nothing.</param>
public sealed record RestoredStorage(StorageStatus Status, string? KeptBeside);
