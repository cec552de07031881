using PaperBot.Core.Texts;

namespace PaperBot.Core.Digests;

/// <summary>What somebody chose for a subscription.</summary>
public sealed record DigestSettings
{
    /// <summary>How many papers get a sentence where nothing else was chosen.</summary>
    public const int DefaultLimit = 10;

    /// <summary>The most papers that get a sentence.</summary>
    public const int MostLimit = 50;

    /// <summary>Categories as <see cref="Papers.CategorySelection"/> writes them.</summary>
    public required string Categories { get; init; }

    /// <summary>The time of day on the clocks of <see cref="Zone"/>. Default 08:30.</summary>
    public TimeOnly At { get; init; } = new(8, 30);

    /// <summary>An IANA time zone. Default <c>Etc/UTC</c>.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>On which days. Default all.</summary>
    public DigestDays Days { get; init; } = DigestDays.All;

    /// <summary>Words of which a paper must have one, unless it has one of <see cref="Authors"/>; empty: all papers.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Words of which a paper may have none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Authors whose papers match, whatever their words.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>A <see cref="Locale"/> tag. Default English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether new versions of papers come too. Default no.</summary>
    public bool Replacements { get; init; }

    /// <summary>
    /// How many papers, the best ones, get a sentence of what they are about; all titles are there in any case. Null:
    /// <see cref="DefaultLimit"/>.
    /// </summary>
    public int? Limit { get; init; }

    /// <summary>How it looks. Default compact.</summary>
    public DigestStyle Style { get; init; }

    /// <summary>The blog whose new articles are told instead of papers; null: papers.</summary>
    public string? Blog { get; init; }

    /// <summary>
    /// The blog's articles that were there before and are no news; null while its first reading is not complete.
    /// </summary>
    public IReadOnlyList<string>? KnownArticles { get; init; }

    /// <summary>The platform's id of the group that is notified; null: nobody is.</summary>
    public string? Role { get; init; }
}
