using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>What callers are told about arXiv, beside what the queue itself says.</summary>
internal static class ArxivErrors
{
    public static Error NoSuchPaper(ArxivId id) => Errors.NotFound("arxiv.paper", ("paper", id.ToString()));

    public static Error BadId(ArxivId id) => Errors.UserInput("arxiv.id", ("paper", id.ToString()));

    public static Error BadSearch() => Errors.UserInput("arxiv.search");

    public static Error NothingAsked() => Errors.UserInput("arxiv.search.empty");

    public static Error TooFar(int most) => Errors.UserInput("arxiv.search.far", ("most", most));

    public static Error Blocked() => Errors.Refused("arxiv.blocked");

    public static Error Moved() => Errors.UpstreamDown("arxiv.moved", null);

    public static Error BadRequest() => Errors.Internal("arxiv.request");

    public static Error NoList(string category) => Errors.UpstreamDown("arxiv.list", null, ("category", category));

    public static Error Future(DateOnly day) => Errors.UserInput("arxiv.day.future", ("day", Word(day)));

    public static Error TooOld(DateOnly day) => Errors.NotFound("arxiv.day.old", ("day", Word(day)));

    public static Error TooSlow() => Errors.UpstreamDown("arxiv.slow", null);

    private static string Word(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
