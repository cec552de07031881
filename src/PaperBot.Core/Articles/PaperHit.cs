using PaperBot.Core.Papers;

namespace PaperBot.Core.Articles;

/// <summary>A stored paper that was found.</summary>
/// <param name="Paper">The latest version that is stored.</param>
/// <param name="Passage">The best passage of the abstract; null when only title, authors or categories were found.</param>
/// <param name="TitleMarks">What was found in the title.</param>
/// <param name="Score">Greater is better; comparable inside one search only.</param>
public sealed record PaperHit(StoredPaper Paper, TextPassage? Passage, IReadOnlyList<TextMark> TitleMarks, double Score)
{
    /// <summary>What part of the question's words it has, rare ones counting for more: 0 to 1.</summary>
    public double Said { get; init; } = 1;
}
