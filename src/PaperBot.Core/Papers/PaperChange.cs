namespace PaperBot.Core.Papers;

/// <summary>One step of the change sequence.</summary>
/// <param name="Number">Grows in the order of the commits.</param>
/// <param name="Paper">The paper as it is now.</param>
public sealed record PaperChange(long Number, StoredPaper Paper);
