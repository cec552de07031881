using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>Which part of an announcement is to be shown.</summary>
/// <param name="Categories">The selection.</param>
/// <param name="Include">Only papers with one of these words; empty: all.</param>
/// <param name="Exclude">No paper with one of these words.</param>
/// <param name="Page">From 1.</param>
internal sealed record AnnouncementQuestion(
    CategorySelection Categories,
    IReadOnlyList<string> Include,
    IReadOnlyList<string> Exclude,
    int Page
)
{
    /// <summary>The command line of another page of the same day.</summary>
    public string Line(DateOnly day, int page) =>
        string.Concat(
            $"/arxiv new {Categories} date:{DayName.Of(day)}",
            Words("include", Include),
            Words("exclude", Exclude),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $" page:{page}")
        );

    private static string Words(string key, IReadOnlyList<string> words) =>
        string.Concat(words.Select(word => $" {key}:{Core.Commands.CommandLine.Quote(word)}"));
}
