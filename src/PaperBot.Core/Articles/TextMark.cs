namespace PaperBot.Core.Articles;

/// <summary>A stretch of a passage that the question found.</summary>
/// <param name="Start">The first character.</param>
/// <param name="Length">Characters; never cuts a formula or a surrogate pair.</param>
public readonly record struct TextMark(int Start, int Length);
