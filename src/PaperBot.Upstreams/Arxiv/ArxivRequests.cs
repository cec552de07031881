using System.Globalization;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>The addresses of requests.</summary>
internal static class ArxivRequests
{
    /// <summary>The records of papers; without <c>max_results</c> arXiv gives ten.</summary>
    public static Uri LookUp(ArxivOptions options, IEnumerable<ArxivId> ids)
    {
        var list = ids.Select(id => id.ToString()).ToList();
        return Query(
            options,
            string.Create(
                CultureInfo.InvariantCulture,
                $"id_list={string.Join(',', list)}&start=0&max_results={list.Count}"
            )
        );
    }

    /// <summary>One page of a search.</summary>
    public static Uri Search(ArxivOptions options, PaperQuery query)
    {
        var order = query.NewestFirst ? "submittedDate" : "relevance";
        var words = Uri.EscapeDataString(SearchGrammar.Of(query));
        return Query(
            options,
            string.Create(
                CultureInfo.InvariantCulture,
                $"search_query={words}&start={query.Skip}&max_results={query.Take}&sortBy={order}&sortOrder=descending"
            )
        );
    }

    /// <summary>Today's announcement of categories.</summary>
    public static Uri Feed(ArxivOptions options, IEnumerable<string> subjects) =>
        Below(options.FeedUrl, string.Join('+', subjects));

    /// <summary>A listing page: <c>list/cs.CL/new</c>, or <c>catchup/cs.CL/2026-11-20</c> with abstracts.</summary>
    public static Uri Listing(ArxivOptions options, string subject, DateOnly? day) =>
        Below(
            options.SiteUrl,
            day is { } date
                ? string.Create(CultureInfo.InvariantCulture, $"catchup/{subject}/{date:yyyy-MM-dd}?abs=True")
                : $"list/{subject}/new"
        );

    /// <summary>An address under a base that may end with or without a slash.</summary>
    public static Uri Below(Uri root, string path) => new(root.AbsoluteUri.TrimEnd('/') + "/" + path);

    private static Uri Query(ArxivOptions options, string query) => new($"{options.ApiUrl.AbsoluteUri}?{query}");
}
