using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Papers;

namespace PaperBot.Storage.Papers;

/// <summary>Authors as they are stored.</summary>
[JsonSerializable(typeof(IReadOnlyList<Author>))]
internal sealed partial class PaperJson : JsonSerializerContext
{
    // Names stay readable in the database; nothing of it ever becomes part of a page.
    private static readonly PaperJson Readable = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Write(IReadOnlyList<Author> authors) =>
        JsonSerializer.Serialize(authors, Readable.IReadOnlyListAuthor);

    public static IReadOnlyList<Author> Read(string json) =>
        JsonSerializer.Deserialize(json, Readable.IReadOnlyListAuthor) ?? [];
}
