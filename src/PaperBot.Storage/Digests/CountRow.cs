namespace PaperBot.Storage.Digests;

/// <summary>How many rows are in a state.</summary>
internal sealed class CountRow
{
    public long State { get; init; }

    public long Count { get; init; }
}
