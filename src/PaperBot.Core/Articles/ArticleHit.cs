namespace PaperBot.Core.Articles;

/// <summary>An article that was found.</summary>
/// <param name="Article">Its head.</param>
/// <param name="Passage">The best passage; null when only the title or the tags were found.</param>
/// <param name="TitleMarks">What was found in the title.</param>
/// <param name="Score">Greater is better; comparable inside one search only.</param>
public sealed record ArticleHit(
    ArticleHead Article,
    TextPassage? Passage,
    IReadOnlyList<TextMark> TitleMarks,
    double Score
)
{
    /// <summary>What part of the question's words it has, rare ones counting for more: 0 to 1.</summary>
    public double Said { get; init; } = 1;
}
