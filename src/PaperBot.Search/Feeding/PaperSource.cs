using PaperBot.Core.Papers;
using PaperBot.Search.Index;

namespace PaperBot.Search.Feeding;

/// <summary>Stored papers: title, abstract, and as tags authors, categories and the id.</summary>
internal sealed class PaperSource(IPaperChanges papers) : IChangeSource
{
    public string Name => "papers";

    public async Task<IReadOnlyList<IndexChange>> ChangesAsync(
        long after,
        int most,
        CancellationToken cancellationToken
    )
    {
        var changes = await papers.ChangesAsync(after, most, cancellationToken);
        return [.. changes.Select(change => new IndexChange(change.Number, Key(change), Document(change)))];
    }

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => papers.LastChangeAsync(cancellationToken);

    private static string Key(PaperChange change) => change.Paper.Paper.Id.Paper;

    private static IndexedDocument Document(PaperChange change)
    {
        var paper = change.Paper.Paper;
        return new(Key(change))
        {
            Title = paper.Title,
            Body = paper.Abstract,
            Tags = string.Join(
                '\n',
                [.. paper.Authors.Select(author => author.Name), .. paper.Categories, Key(change)]
            ),
            Source = paper.PrimaryCategory ?? "",
            Day = paper.SubmittedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        };
    }
}
