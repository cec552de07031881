using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Papers;

/// <summary>
/// Writes records by the rules of <see cref="IPaperStore.SaveAsync"/>. Every row that changes gets a number of its own
/// from the change sequence. Taking the numbers locks the sequence until the commit, so all writers of papers go one
/// after another and the numbers become visible in their order.
/// </summary>
internal static class PaperWriter
{
    private const string Upsert = """
        INSERT INTO papers (paper, version, origin, fetched_at, title, abstract, authors, primary_category, categories,
            submitted_at, updated_at, comment, journal_reference, doi, search_title, search_text, latest, latest_at, change)
        VALUES (@Paper, @Version, @Origin, @FetchedAt, @Title, @Abstract, @Authors, @PrimaryCategory, @Categories,
            @SubmittedAt, @UpdatedAt, @Comment, @JournalReference, @Doi, @SearchTitle, @SearchText, @Latest, @LatestAt, @Change)
        ON CONFLICT (paper, version) DO UPDATE SET
            origin = excluded.origin, fetched_at = excluded.fetched_at, title = excluded.title,
            abstract = excluded.abstract, authors = excluded.authors, primary_category = excluded.primary_category,
            categories = excluded.categories, submitted_at = excluded.submitted_at, updated_at = excluded.updated_at,
            comment = excluded.comment, journal_reference = excluded.journal_reference, doi = excluded.doi,
            search_title = excluded.search_title, search_text = excluded.search_text, latest = excluded.latest,
            latest_at = excluded.latest_at, change = excluded.change
        """;

    /// <returns>How many rows changed.</returns>
    public static async Task<int> WriteAsync(Session session, IReadOnlyList<PaperRow> incoming)
    {
        // Locks the sequence before anything is read.
        await Counter.NextAsync(session, Counter.Papers, 0);
        var stored = await session.ListInAsync<PaperRow>(
            $"SELECT {PaperRow.Columns} FROM papers WHERE paper IN @list",
            incoming.Select(row => row.Paper).Distinct(StringComparer.Ordinal)
        );
        var before = stored.ToLookup(row => row.Paper, StringComparer.Ordinal);
        var changed = new List<PaperRow>();
        var fresher = new List<PaperRow>();
        var gone = new List<PaperRow>();
        foreach (var group in incoming.GroupBy(row => row.Paper, StringComparer.Ordinal))
        {
            var was = before[group.Key].ToDictionary(row => row.Version);
            var now = Merge(was, group);
            foreach (var row in now.Values)
            {
                if (!was.TryGetValue(row.Version, out var old) || !row.SaysTheSameAs(old) || row.Latest != old.Latest)
                    changed.Add(row);
                else if ((row.FetchedAt, row.LatestAt) != (old.FetchedAt, old.LatestAt))
                    fresher.Add(row);
            }
            gone.AddRange(was.Values.Where(row => !now.ContainsKey(row.Version)));
        }

        await RemoveAsync(session, gone);
        var number = await Counter.NextAsync(session, Counter.Papers, changed.Count);
        foreach (var row in changed)
            await session.ExecuteAsync(Upsert, row with { Change = number++ });
        foreach (var row in fresher)
            await session.ExecuteAsync(
                "UPDATE papers SET fetched_at = @FetchedAt, latest_at = @LatestAt WHERE paper = @Paper AND version = @Version",
                row
            );
        return changed.Count + gone.Count;
    }

    /// <summary>The paper's rows, by version, after the incoming ones.</summary>
    private static Dictionary<long, PaperRow> Merge(Dictionary<long, PaperRow> stored, IEnumerable<PaperRow> incoming)
    {
        var rows = new Dictionary<long, PaperRow>(stored);
        foreach (var row in incoming)
            if (!rows.TryGetValue(row.Version, out var old))
                rows[row.Version] = row;
            else if (row.Origin >= old.Origin)
                rows[row.Version] = row with { LatestAt = Later(row.LatestAt, old.LatestAt) };
        if (rows.Values.Any(row => row.Origin == (long)PaperOrigin.Api))
            foreach (var sample in rows.Values.Where(row => row.Origin == (long)PaperOrigin.Sample).ToList())
                rows.Remove(sample.Version);
        var latest = rows
            .Values.OrderBy(row => row.Origin == (long)PaperOrigin.Sample)
            .ThenByDescending(row => row.Version)
            .First();
        foreach (var row in rows.Values.ToList())
            rows[row.Version] = row with { Latest = row.Version == latest.Version ? 1 : 0 };
        return rows;
    }

    private static long? Later(long? a, long? b) => a is null || b > a ? b : a;

    private static async Task RemoveAsync(Session session, List<PaperRow> gone)
    {
        foreach (var row in gone)
            await session.ExecuteAsync("DELETE FROM papers WHERE paper = @Paper AND version = @Version", row);
    }
}
