using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

/// <summary>Articles as they are stored.</summary>
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleHead))]
[JsonSerializable(typeof(PageHint))]
internal sealed partial class ArticleJson : JsonSerializerContext
{
    private const int Longest = 20_000_000;

    // The texts stay readable in the database; nothing of it ever becomes part of a page as it stands.
    private static readonly ArticleJson Readable = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new ArticleIdConverter() },
        }
    );

    public static string Write(Article article) => Write(article, Readable.Article);

    public static string Write(ArticleHead head) => Write(head, Readable.ArticleHead);

    public static string Write(PageHint hint) => Write(hint, Readable.PageHint);

    public static Article ReadArticle(string json) => Read(json, Readable.Article);

    public static ArticleHead ReadHead(string json) => Read(json, Readable.ArticleHead);

    public static PageHint ReadHint(string json) => Read(json, Readable.PageHint);

    private static string Write<T>(T value, JsonTypeInfo<T> type) =>
        StoredText.Of(JsonSerializer.Serialize(value, type), Longest);

    private static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("A stored article is empty.");
}
