using System.Globalization;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>Answers a request to the query API.</summary>
internal sealed class QueryAnswer(
    ArxivCorpus corpus,
    AtomGeneration generation,
    TimeProvider time,
    Func<SimulatedPaper, DateTimeOffset>? from = null
)
{
    private const int MostResults = 30_000;

    /// <summary>The status and the Atom feed.</summary>
    public (int Status, string Body) Of(IReadOnlyDictionary<string, string> parameters)
    {
        if (!TryNumber(parameters, "start", 0, out var start))
            return Error("start must be an integer");
        if (!TryNumber(parameters, "max_results", 10, out var most))
            return Error("max_results must be an integer");
        if (start < 0)
            return Error("start must be non-negative");
        if (most is < 0 or > MostResults)
            return Error("max_results must be between 0 and 30000");
        var ids = (parameters.GetValueOrDefault("id_list") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        foreach (var id in ids)
        {
            if (!ArxivId.TryParse(id, out _))
                return Error("incorrect id format for " + id);
        }

        var query = parameters.GetValueOrDefault("search_query") ?? "";
        try
        {
            return Answer(ids, query, start, Math.Min(most, 2000), parameters);
        }
        catch (FormatException exception)
        {
            return Error(exception.Message);
        }
    }

    private (int Status, string Body) Answer(
        string[] ids,
        string query,
        int start,
        int most,
        IReadOnlyDictionary<string, string> parameters
    )
    {
        var test = query.Length > 0 ? SearchExpression.Parse(query) : null;
        var found = ids.Length > 0 ? ByIds(ids, test) : Search(test, parameters);
        // Entries of an id_list do not come in the order asked.
        if (ids.Length > 0)
            found = [.. found.OrderBy(hit => hit.Paper.Id.Paper, StringComparer.Ordinal)];
        var total = generation == AtomGeneration.Old && ids.Length > 0 ? ids.Length : found.Count;
        var atom = new AtomWriter(generation, time);
        var title =
            $"arXiv Query: search_query={query}&id_list={string.Join(',', ids)}&start={start}&max_results={most}";
        return (200, atom.Feed(title, [.. found.Skip(start).Take(most)], total, start, most));
    }

    private List<(SimulatedPaper Paper, int Version)> ByIds(string[] ids, Func<SimulatedPaper, int>? test)
    {
        var found = new List<(SimulatedPaper, int)>();
        foreach (var id in ids.Select(ArxivId.Parse).Distinct())
        {
            if (
                corpus.Find(id) is not { } paper
                || !IsThere(paper)
                || id.Version > paper.Versions
                || test?.Invoke(paper) == 0
            )
                continue;
            found.Add((paper, id.Version ?? paper.Versions));
        }

        return found;
    }

    private List<(SimulatedPaper Paper, int Version)> Search(
        Func<SimulatedPaper, int>? test,
        IReadOnlyDictionary<string, string> parameters
    )
    {
        if (test is null)
            return [];
        var hits = corpus
            .Papers.Where(IsThere)
            .Select(paper => (Paper: paper, Score: test(paper)))
            .Where(hit => hit.Score > 0);
        var sorted = parameters.GetValueOrDefault("sortBy") switch
        {
            "submittedDate" => hits.OrderByDescending(hit => hit.Paper.Submitted),
            "lastUpdatedDate" => hits.OrderByDescending(hit => hit.Paper.Updated(hit.Paper.Versions)),
            _ => hits.OrderByDescending(hit => hit.Score),
        };
        var all = sorted.Select(hit => (hit.Paper, hit.Paper.Versions)).ToList();
        if (parameters.GetValueOrDefault("sortOrder") == "ascending")
            all.Reverse();
        return all;
    }

    private bool IsThere(SimulatedPaper paper) => from is null || from(paper) <= time.GetUtcNow();

    private (int Status, string Body) Error(string sentence) =>
        (generation == AtomGeneration.Current ? 400 : 200, new AtomWriter(generation, time).Error(sentence));

    private static bool TryNumber(
        IReadOnlyDictionary<string, string> parameters,
        string name,
        int otherwise,
        out int number
    )
    {
        number = otherwise;
        return !parameters.TryGetValue(name, out var text)
            || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
