namespace PaperBot.Core.Papers;

/// <summary>An identifier found in free text.</summary>
/// <param name="Id">What it says.</param>
/// <param name="Index">Where its link, prefix or number begins.</param>
/// <param name="Length">How many characters it takes, a whole link included.</param>
public readonly record struct ArxivIdText(ArxivId Id, int Index, int Length);
