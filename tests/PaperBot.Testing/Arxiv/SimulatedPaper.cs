using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>A paper as the simulator holds it.</summary>
/// <param name="Id">Without version.</param>
/// <param name="Title">As arXiv stores it, TeX included.</param>
public sealed record SimulatedPaper(ArxivId Id, string Title)
{
    /// <summary>The latest version; all before it exist too.</summary>
    public int Versions { get; init; } = 1;

    public string Abstract { get; init; } = "";

    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>Primary first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Comment { get; init; }

    public string? JournalReference { get; init; }

    public string? Doi { get; init; }

    /// <summary>When version 1 was submitted.</summary>
    public DateTimeOffset Submitted { get; init; }

    /// <summary>When a version was submitted; ten days apart.</summary>
    public DateTimeOffset Updated(int version) => Submitted.AddDays(10 * (version - 1));
}
