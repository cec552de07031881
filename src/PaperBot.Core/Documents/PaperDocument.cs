using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Documents;

/// <summary>The text of one version of a paper, or of a file, cut into sections and passages.</summary>
public sealed record PaperDocument
{
    /// <summary>Its name.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Where the text was read.</summary>
    public required DocumentOrigin Origin { get; init; }

    /// <summary>The title as the text itself has it; for an upload without one the file's name. May be empty.</summary>
    public required string Title { get; init; }

    /// <summary>In reading order. The first is what stands before the first heading, the abstract too.</summary>
    public required IReadOnlyList<DocumentSection> Sections { get; init; }

    /// <summary>In reading order, references last; at least one.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>When it was read there.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>How many pages the file has; null when it has none.</summary>
    public int? Pages { get; init; }

    /// <summary>Whose it is: set for an upload, whose text is never shown to, sent for or kept for anybody else.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>The paper in the version that this is the text of; null for an upload.</summary>
    public ArxivId? Paper => Id.Paper;

    /// <summary>The section that a passage stands in.</summary>
    public DocumentSection SectionOf(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return Sections[passage.Section];
    }

    /// <summary>The passage of that key, or null.</summary>
    public Passage? Find(string key) => Passages.FirstOrDefault(passage => passage.Key == key);
}
