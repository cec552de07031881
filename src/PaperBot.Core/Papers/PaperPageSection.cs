using PaperBot.Core.Replies;

namespace PaperBot.Core.Papers;

/// <summary>A part of a paper's page.</summary>
/// <param name="Key">Its fragment: <c>faq-en</c>, <c>faq-zh</c>, <c>cite</c>, <c>related</c>.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Cards">Its content; only titles and texts are shown.</param>
public sealed record PaperPageSection(string Key, string Title, IReadOnlyList<Card> Cards);
