using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Readers;

internal sealed class SavedPaperStore(Database database, TimeProvider time) : ISavedPaperStore
{
    private const int LongestName = 300;

    public Task<int> SaveAsync(
        PersonId person,
        IReadOnlyCollection<ArxivId> papers,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
            {
                var room =
                    ISavedPaperStore.Most
                    - await session.FirstAsync<int>(
                        "SELECT count(*) FROM saved_papers WHERE person = @person",
                        new { person = Key(person) }
                    );
                var now = Instant.Of(time.GetUtcNow());
                var saved = 0;
                foreach (var paper in papers.Select(paper => paper.Paper).Distinct(StringComparer.Ordinal))
                {
                    if (saved >= room)
                        break;
                    saved += await session.ExecuteAsync(
                        "INSERT INTO saved_papers (person, paper, saved_at) VALUES (@person, @paper, @at) "
                            + "ON CONFLICT (person, paper) DO NOTHING",
                        // Papers saved together keep their order.
                        new
                        {
                            person = Key(person),
                            paper,
                            at = now + saved,
                        }
                    );
                }
                return saved;
            },
            cancellationToken
        );

    public Task<int> RemoveAsync(
        PersonId person,
        IReadOnlyCollection<ArxivId>? papers,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
            {
                if (papers is null)
                    return await session.ExecuteAsync(
                        "DELETE FROM saved_papers WHERE person = @person",
                        new { person = Key(person) }
                    );
                var removed = 0;
                foreach (var paper in papers)
                    removed += await session.ExecuteAsync(
                        "DELETE FROM saved_papers WHERE person = @person AND paper = @paper",
                        new { person = Key(person), paper = paper.Paper }
                    );
                return removed;
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<ArxivId>> ListAsync(PersonId person, CancellationToken cancellationToken)
    {
        var papers = await database.ReadAsync(
            session =>
                session.ListAsync<string>(
                    "SELECT paper FROM saved_papers WHERE person = @person ORDER BY saved_at DESC, paper",
                    new { person = Key(person) }
                ),
            cancellationToken
        );
        return papers.ConvertAll(ArxivId.Parse);
    }

    private static string Key(PersonId person) => StoredText.Of(person.ToString(), LongestName);
}
