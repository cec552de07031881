using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>What came of asking for a page.</summary>
/// <param name="Address">The page that answered at last, after redirects.</param>
/// <param name="Answer">The answer; null when it was not asked for.</param>
/// <param name="State">Why there is nothing to read; null when there is.</param>
internal sealed record Fetched(Uri Address, PageAnswer? Answer, PageState? State)
{
    /// <summary>The status that was no success; null where there is none.</summary>
    public string? Reason =>
        Answer is { Status: >= 400 } answer
            ? answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>True when the server says that it is what it was.</summary>
    public bool IsUnchanged => Answer is { Status: 304 };
}
