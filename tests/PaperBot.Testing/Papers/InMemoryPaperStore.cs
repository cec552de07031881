using PaperBot.Core.Papers;

namespace PaperBot.Testing.Papers;

/// <summary>Papers in a list, searched word by word in title, authors and id.</summary>
public sealed class InMemoryPaperStore : IPaperStore
{
    private readonly Lock _gate = new();
    private readonly List<StoredPaper> _papers = [];

    public Task<IReadOnlyList<StoredPaper>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<StoredPaper>>([.. ids.Select(Find).OfType<StoredPaper>()]);
    }

    public Task SaveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var paper in papers)
            {
                var same = _papers.Where(p => p.Paper.VersionedId == paper.Paper.VersionedId).ToList();
                if (same.Any(p => p.Origin > paper.Origin))
                    continue;
                _papers.RemoveAll(p =>
                    same.Contains(p) || (p.Origin == PaperOrigin.Sample && p.Paper.Id == paper.Paper.Id)
                );
                _papers.Add(paper);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredPaper>> SearchAsync(
        IReadOnlyList<string> words,
        int most,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var found = Latest()
                .Where(p => words.All(word => Text(p.Paper).Contains(word, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(p =>
                    words.Count(w => p.Paper.Title.Contains(w, StringComparison.OrdinalIgnoreCase))
                );
            return Task.FromResult<IReadOnlyList<StoredPaper>>([.. found.Take(most)]);
        }
    }

    public Task<IReadOnlyList<StoredPaper>> RecentAsync(int most, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<StoredPaper>>([.. Latest().Reverse().Take(most)]);
    }

    public Task<int> CountAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(Latest().Count());
    }

    private static string Text(Paper paper) =>
        $"{paper.Title} {string.Join(' ', paper.Authors.Select(author => author.Name))} {paper.Id}";

    private StoredPaper? Find(ArxivId id) =>
        id.Version is null
            ? Latest().FirstOrDefault(p => p.Paper.Id == id)
            : _papers.Find(p => p.Paper.VersionedId == id);

    private IEnumerable<StoredPaper> Latest() =>
        _papers.GroupBy(p => p.Paper.Id).Select(same => same.MaxBy(p => p.Paper.Version ?? 0)!);
}
