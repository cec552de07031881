using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>A paper to be cited.</summary>
/// <param name="Paper">Its record.</param>
/// <param name="Version">The version that was asked for; null when the paper as such is meant.</param>
/// <param name="Address">Its abstract page.</param>
internal sealed record Citation(Paper Paper, int? Version, Uri Address)
{
    /// <summary>Where it was published; null when the authors do not say.</summary>
    public JournalReference? Published { get; } = JournalReference.Of(Paper.JournalReference);

    /// <summary>The year of the publication, else of the first version; null when unknown.</summary>
    public int? Year => Published?.Year ?? Paper.SubmittedAt?.UtcDateTime.Year;

    /// <summary>The authors, split.</summary>
    public IReadOnlyList<PersonName> Authors { get; } = [.. Paper.Authors.Select(author => PersonName.Of(author.Name))];
}
