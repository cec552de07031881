using PaperBot.Core.Articles;

namespace PaperBot.Testing.Articles;

/// <summary>Invented articles for tests.</summary>
public static class SomeArticles
{
    /// <summary>An article at <c>https://blog.example.org/PATH</c>.</summary>
    public static Article At(string path, string title = "Of measure", string text = "A set has a measure $\\mu(A)$.")
    {
        var address = new Uri("https://blog.example.org/" + path);
        return new()
        {
            Id = ArticleId.Of(address),
            Source = "blog",
            Address = address,
            Title = title,
            Authors = ["Ada Author"],
            PublishedAt = new DateTimeOffset(2024, 5, 17, 8, 0, 0, TimeSpan.Zero),
            Language = "en",
            Sections = [new("", 0, null, [new(ArticleBlockKind.Prose, text)])],
            FetchedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        };
    }
}
