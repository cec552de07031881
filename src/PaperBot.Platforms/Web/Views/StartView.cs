namespace PaperBot.Platforms.Web.Views;

/// <summary>What a page needs before anything else.</summary>
/// <param name="Person">Names the visitor's own things in the browser; null: log in first.</param>
/// <param name="CanLogOut">Whether there is a login to end.</param>
/// <param name="LongestMessage">Characters.</param>
/// <param name="Strings">The page's own words, by key.</param>
/// <param name="Examples">What an empty page offers.</param>
/// <param name="Commands">What can be typed behind a slash.</param>
internal sealed record StartView(
    string? Person,
    bool CanLogOut,
    int LongestMessage,
    IReadOnlyDictionary<string, string> Strings,
    IReadOnlyList<ExampleView> Examples,
    IReadOnlyList<CommandView> Commands
);
