using System.Globalization;
using PaperBot.Core.Articles;

namespace PaperBot.Host.Samples;

/// <summary>A starter article as its file writes it: lines of <c>key: value</c>, an empty line, then text in blocks.</summary>
internal static class SampleArticle
{
    /// <summary>The name of the source.</summary>
    public const string Source = "starter";

    /// <summary>Nobody is there: the address only names the article.</summary>
    public static readonly Uri Site = new("https://paperbot.example/articles/");

    private const string Author = "PaperBot";

    public static Article Read(string name, string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var head = blocks[0]
            .Split('\n')
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
        var address = new Uri(Site, name);
        return new Article
        {
            Id = ArticleId.Of(address),
            Source = Source,
            Address = address,
            Title = head["title"],
            Authors = [Author],
            PublishedAt = DateTimeOffset.Parse(
                head["date"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            Language = head["title"].Any(c => c >= '\u4E00') ? "zh" : "en",
            Tags = head["tags"].Split(", "),
            Previous = head.TryGetValue("previous", out var previous) ? new Uri(Site, previous) : null,
            Next = head.TryGetValue("next", out var next) ? new Uri(Site, next) : null,
            Sections = [.. Sections(blocks.Skip(1))],
            FetchedAt = DateTimeOffset.UnixEpoch,
        };
    }

    private static IEnumerable<ArticleSection> Sections(IEnumerable<string> texts)
    {
        var heading = "";
        var blocks = new List<ArticleBlock>();
        foreach (var text in texts)
        {
            if (text.StartsWith("## ", StringComparison.Ordinal))
            {
                yield return new(heading, heading.Length > 0 ? 1 : 0, null, blocks);
                (heading, blocks) = (text[3..].Trim(), []);
            }
            else
                blocks.Add(
                    new(
                        text.StartsWith("$$", StringComparison.Ordinal)
                            ? ArticleBlockKind.Formula
                            : ArticleBlockKind.Prose,
                        text
                    )
                );
        }
        yield return new(heading, heading.Length > 0 ? 1 : 0, null, blocks);
    }
}
