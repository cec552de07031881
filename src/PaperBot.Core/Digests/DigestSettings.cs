using PaperBot.Core.Texts;

namespace PaperBot.Core.Digests;

/// <summary>What somebody chose for a subscription.</summary>
public sealed record DigestSettings
{
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
}
