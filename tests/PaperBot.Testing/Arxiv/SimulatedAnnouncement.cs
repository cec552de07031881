namespace PaperBot.Testing.Arxiv;

/// <summary>A paper in the mailing of a day.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Action">What happened to it.</param>
/// <param name="CrossedTo">The category of a later cross-listing.</param>
public sealed record SimulatedAnnouncement(SimulatedPaper Paper, SimulatedAction Action, string? CrossedTo = null)
{
    /// <summary>From when on the lists have it; null: as soon as there is a list.</summary>
    public DateTimeOffset? ListedFrom { get; init; }

    /// <summary>How arXiv announces it to somebody who asks for these subjects; null when not at all.</summary>
    public string? TypeFor(IReadOnlyCollection<string> subjects)
    {
        if (Action == SimulatedAction.Cross)
            return subjects.Any(subject => Covers(subject, CrossedTo ?? "")) ? "cross" : null;
        if (!Paper.Categories.Any(category => subjects.Any(subject => Covers(subject, category))))
            return null;
        var isPrimary = subjects.Any(subject => Covers(subject, Paper.Categories[0]));
        return Action == SimulatedAction.New
            ? isPrimary
                ? "new"
                : "cross"
            : isPrimary
                ? "replace"
                : "replace-cross";
    }

    private static bool Covers(string subject, string category) =>
        category.Equals(subject, StringComparison.OrdinalIgnoreCase)
        || category.StartsWith(subject + ".", StringComparison.OrdinalIgnoreCase);
}
