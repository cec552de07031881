namespace PaperBot.Core.Articles;

/// <summary>A blog whose articles are read.</summary>
/// <param name="Name">Unique: small letters, digits, <c>-</c>, <c>.</c> and Chinese characters, at most 64.</param>
/// <param name="Title">What the blog calls itself; at most 200 characters.</param>
/// <param name="Address">What was given: the blog's page, a feed, an archive page or a sitemap.</param>
/// <param name="Origin">How it came in.</param>
public sealed record BlogSource(string Name, string Title, Uri Address, BlogOrigin Origin)
{
    /// <summary>True while nothing is read from it; what is stored stays findable.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether readers' comments are kept. Default: no.</summary>
    public bool Comments { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>
    /// When the first reading was complete. Articles stored later are news of the blog; those stored before are not, and
    /// are never announced. Null before.
    /// </summary>
    public DateTimeOffset? FirstReadAt { get; init; }

    /// <summary>When its lists were read last; null when they never were.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When its lists are read next; null when they are not (samples).</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why its lists could not be read the last time; null when they could.</summary>
    public PageState? Trouble { get; init; }

    /// <summary>A word or a number on <see cref="Trouble"/>.</summary>
    public string? TroubleReason { get; init; }
}
