using PaperBot.Core.Papers;

namespace PaperBot.Testing.Papers;

/// <summary>Papers for tests.</summary>
public static class SomePapers
{
    /// <summary>1706.03762 as arXiv's metadata has it; the abstract is not theirs.</summary>
    public static Paper Attention { get; } =
        new()
        {
            Id = ArxivId.Parse("1706.03762"),
            Version = 7,
            Title = "Attention Is All You Need",
            Abstract = "A network for translation built from attention alone, with $O(n^2 d)$ work a layer.",
            Authors = Names(
                "Ashish Vaswani",
                "Noam Shazeer",
                "Niki Parmar",
                "Jakob Uszkoreit",
                "Llion Jones",
                "Aidan N. Gomez",
                "Lukasz Kaiser",
                "Illia Polosukhin"
            ),
            PrimaryCategory = "cs.CL",
            Categories = ["cs.CL", "cs.LG"],
            SubmittedAt = new(2017, 6, 12, 17, 57, 34, TimeSpan.Zero),
            UpdatedAt = new(2023, 8, 2, 0, 41, 18, TimeSpan.Zero),
            Comment = "15 pages, 5 figures",
        };

    /// <summary>An invented paper.</summary>
    public static Paper Of(string id, string title, params ReadOnlySpan<string> authors) =>
        new()
        {
            Id = ArxivId.Parse(id).WithoutVersion,
            Version = ArxivId.Parse(id).Version ?? 1,
            Title = title,
            Abstract = "What it says.",
            Authors = authors.IsEmpty ? Names("Ada Author") : Names(authors),
            PrimaryCategory = "cs.CL",
            Categories = ["cs.CL"],
            SubmittedAt = new(2020, 3, 4, 5, 6, 7, TimeSpan.Zero),
            UpdatedAt = new(2020, 3, 4, 5, 6, 7, TimeSpan.Zero),
        };

    public static IReadOnlyList<Author> Names(params ReadOnlySpan<string> names)
    {
        var authors = new List<Author>();
        foreach (var name in names)
            authors.Add(new Author(name));
        return authors;
    }
}
