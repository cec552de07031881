using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>Which papers match a subscription, and why one stands above another.</summary>
internal sealed class DigestFilter(DigestSettings settings)
{
    private const int TitleWeight = 4;
    private const int AuthorWeight = 2;
    private const int AbstractWeight = 1;

    private readonly CategorySelection _categories = CategorySelection.Parse(settings.Categories);
    private readonly WordFilter _exclude = new(settings.Exclude);
    private readonly WordFilter _authors = new(settings.Authors);

    /// <summary>The wanted words.</summary>
    public WordFilter Include { get; } = new(settings.Include);

    /// <summary>Whether the paper belongs to what is followed at all.</summary>
    public bool IsAnnounced(DigestPaper paper) =>
        (settings.Replacements || !paper.IsReplacement)
        && !paper.Paper.Categories.Any(category => _categories.Excluded.Any(name => Covers(name, category)));

    /// <summary>The paper with its reasons; null when it does not match.</summary>
    public DigestPaper? Match(DigestPaper paper)
    {
        if (!_exclude.IsEmpty && _exclude.Matches(paper.Paper))
            return null;
        var reasons = new List<string>();
        var score = 0;
        Add(!Include.IsEmpty && Include.Has(paper.Paper.Title), "title", TitleWeight);
        Add(!_authors.IsEmpty && paper.Paper.Authors.Any(author => _authors.Has(author.Name)), "author", AuthorWeight);
        Add(!Include.IsEmpty && Include.Has(paper.Paper.Abstract), "abstract", AbstractWeight);
        return reasons.Count > 0 || (Include.IsEmpty && _authors.IsEmpty)
            ? paper with
            {
                Reasons = reasons,
                Score = score,
            }
            : null;

        void Add(bool holds, string reason, int weight)
        {
            if (!holds)
                return;
            reasons.Add(reason);
            score += weight;
        }
    }

    private static bool Covers(string name, string category) =>
        name.Equals(ArxivCategories.Canonical(category), StringComparison.OrdinalIgnoreCase)
        || name.Equals(ArxivCategories.ArchiveOf(category), StringComparison.OrdinalIgnoreCase);
}
