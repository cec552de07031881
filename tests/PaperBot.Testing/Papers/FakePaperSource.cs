using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Testing.Papers;

/// <summary>
/// An arXiv that holds what a test gives it. Searches find papers that have every word in title, abstract or authors.
/// What a test replaces by a delegate answers in its place; every call is remembered.
/// </summary>
public sealed class FakePaperSource : IPaperSource
{
    private readonly Dictionary<ArxivId, StoredPaper> _papers = [];

    public List<IReadOnlyCollection<ArxivId>> Lookups { get; } = [];

    public List<PaperQuery> Searches { get; } = [];

    /// <summary>Answers in place of the papers; null: "not found", as arXiv.</summary>
    public Func<ArxivId, Outcome<StoredPaper>?> Find { get; set; } = _ => null;

    public Func<PaperQuery, Outcome<PaperList>?> Search { get; set; } = _ => null;

    public Func<CategorySelection, DateOnly?, Outcome<Announcement>> Announce { get; set; } =
        (_, _) => throw new InvalidOperationException("No announcement was prepared.");

    public FakePaperSource Add(params ReadOnlySpan<Paper> papers)
    {
        foreach (var paper in papers)
        {
            var stored = new StoredPaper(paper, PaperOrigin.Api, DateTimeOffset.UnixEpoch);
            _papers[paper.VersionedId] = stored;
            if (!_papers.TryGetValue(paper.Id, out var latest) || latest.Paper.Version <= paper.Version)
                _papers[paper.Id] = stored;
        }

        return this;
    }

    public Task<IReadOnlyDictionary<ArxivId, Outcome<StoredPaper>>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        Lookups.Add(ids);
        var found = ids.Distinct().ToDictionary(id => id, id => Find(id) ?? FindOwn(id));
        return Task.FromResult<IReadOnlyDictionary<ArxivId, Outcome<StoredPaper>>>(found);
    }

    public Task<Outcome<PaperList>> SearchAsync(PaperQuery query, Caller caller, CancellationToken cancellationToken)
    {
        Searches.Add(query);
        return Task.FromResult(Search(query) ?? SearchOwn(query));
    }

    public Task<Outcome<Announcement>> AnnouncementAsync(
        CategorySelection categories,
        DateOnly? day,
        Caller caller,
        CancellationToken cancellationToken
    ) => Task.FromResult(Announce(categories, day));

    private Outcome<StoredPaper> FindOwn(ArxivId id) =>
        _papers.TryGetValue(id, out var paper) ? paper : Errors.NotFound("paper.none", ("typed", $"`{id}`"));

    private Outcome<PaperList> SearchOwn(PaperQuery query)
    {
        var words = query.Words.Split([' ', '"', '?'], StringSplitOptions.RemoveEmptyEntries);
        var found = _papers
            .Where(pair => pair.Key.Version is null)
            .Select(pair => pair.Value)
            .Where(p => words.All(w => Text(p.Paper, query).Contains(w, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return new PaperList([.. found.Skip(query.Skip).Take(query.Take)], found.Count);
    }

    private static string Text(Paper paper, PaperQuery query) =>
        query.TitleOnly
            ? paper.Title
            : $"{paper.Title} {paper.Abstract} {paper.Doi} {string.Join(' ', paper.Authors.Select(a => a.Name))}";
}
