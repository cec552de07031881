using PaperBot.Search.Index;

namespace PaperBot.Search.Feeding;

/// <summary>One step of a change sequence.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Key">Which document.</param>
/// <param name="Document">As it is now; null when it was removed.</param>
internal sealed record IndexChange(long Number, string Key, IndexedDocument? Document);
