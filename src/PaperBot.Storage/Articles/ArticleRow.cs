using System.Security.Cryptography;
using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

/// <summary>A row of <c>articles</c>; the names are the columns'.</summary>
internal sealed record ArticleRow
{
    private const int LongestName = 200;

    public string Article { get; init; } = "";

    public string Source { get; init; } = "";

    public string Address { get; init; } = "";

    public long? PublishedAt { get; init; }

    public long FetchedAt { get; init; }

    public string Head { get; init; } = "";

    public string Body { get; init; } = "";

    public string Digest { get; init; } = "";

    public long Gone { get; init; }

    public long Change { get; init; }

    public static ArticleRow Of(Article article)
    {
        var body = ArticleJson.Write(article with { FetchedAt = default });
        return new()
        {
            Article = article.Id.ToString(),
            Source = StoredText.Of(article.Source, LongestName),
            Address = StoredText.Of(article.Address.AbsoluteUri, ArticleAddress.MaxLength),
            PublishedAt = Instant.Of(article.PublishedAt),
            FetchedAt = Instant.Of(article.FetchedAt),
            Head = ArticleJson.Write(ArticleHead.Of(article)),
            Body = body,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))),
        };
    }
}
