using PaperBot.Core.Texts;

namespace PaperBot.Core.Models;

/// <summary>An answer that is kept and shared by everybody.</summary>
/// <param name="Paper">The paper with its version: <c>1706.03762v5</c>; a list in order for questions over several.</param>
/// <param name="Question">What was asked: <c>faq:problem</c>, <c>translate</c>, <c>summary</c>, or a question's own text.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="Model">Which model wrote it.</param>
/// <param name="PromptVersion">The version of the prompt.</param>
/// <param name="Markdown">The answer, ready to be shown: citations are in place, foreign links and mentions are out.</param>
/// <param name="WrittenAt">When.</param>
public sealed record KeptAnswer(
    string Paper,
    string Question,
    Locale Language,
    string Model,
    string PromptVersion,
    string Markdown,
    DateTimeOffset WrittenAt
)
{
    /// <summary>What its citations need to be looked up again, as the writer of the answer keeps it; at most 100,000 characters.</summary>
    public string? Evidence { get; init; }
}
