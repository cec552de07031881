using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>Which papers match a subscription, and what its wanted words and authors say for each.</summary>
internal sealed class DigestFilter(DigestSettings settings)
{
    public const double TitleWeight = 4;
    public const double AuthorWeight = 2;
    public const double AbstractWeight = 1;

    private const int MostNamed = 3;

    private readonly CategorySelection _categories = CategorySelection.Parse(settings.Categories);
    private readonly WordFilter _exclude = new(settings.Exclude);
    private readonly WordFilter _authors = new(settings.Authors);
    private readonly (string Word, WordFilter Filter)[] _wanted =
    [
        .. settings.Include.Select(word => (word, new WordFilter([word]))),
    ];

    /// <summary>The wanted words.</summary>
    public WordFilter Include { get; } = new(settings.Include);

    /// <summary>Whether the paper belongs to what is followed at all.</summary>
    public bool IsAnnounced(DigestPaper paper) =>
        (settings.Replacements || !paper.IsReplacement) && !_categories.Excludes(paper.Paper.Categories);

    /// <summary>The paper with its reasons; null when it does not match.</summary>
    public DigestPaper? Match(DigestPaper paper)
    {
        if (Excluded(paper.Paper) is not null)
            return null;
        var reasons = new List<DigestReason>();
        Add("title", TitleWeight, Words(paper.Paper.Title));
        Add("author", AuthorWeight, Authors(paper.Paper));
        Add("abstract", AbstractWeight, Words(paper.Paper.Abstract));
        return reasons.Count > 0 || (Include.IsEmpty && _authors.IsEmpty) ? paper with { Reasons = reasons } : null;

        void Add(string kind, double weight, IReadOnlyList<string> found)
        {
            if (found.Count > 0)
                reasons.Add(new DigestReason(kind, weight, string.Join(", ", found.Take(MostNamed))));
        }
    }

    /// <summary>The unwanted word that leaves a paper out; null when none does.</summary>
    public string? Excluded(Paper paper) =>
        _exclude.IsEmpty || !_exclude.Matches(paper)
            ? null
            : settings.Exclude.FirstOrDefault(word => new WordFilter([word]).Matches(paper));

    private List<string> Words(string text) =>
        Include.IsEmpty || !Include.Has(text)
            ? []
            : [.. _wanted.Where(wanted => wanted.Filter.Has(text)).Select(wanted => wanted.Word)];

    private List<string> Authors(Paper paper) =>
        _authors.IsEmpty ? [] : [.. paper.Authors.Select(author => author.Name).Where(_authors.Has)];
}
