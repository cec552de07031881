using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Articles;

namespace PaperBot.Storage.Articles;

/// <summary>Ids of articles as texts.</summary>
internal sealed class ArticleIdConverter : JsonConverter<ArticleId>
{
    public override ArticleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ArticleId.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
