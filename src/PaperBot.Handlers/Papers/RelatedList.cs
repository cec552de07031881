namespace PaperBot.Handlers.Papers;

/// <summary>Papers near another one, nearest first.</summary>
/// <param name="Papers">The papers.</param>
/// <param name="OnlyStored">True when arXiv did not answer.</param>
internal sealed record RelatedList(IReadOnlyList<RelatedPaper> Papers, bool OnlyStored);
