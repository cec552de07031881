using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Handlers.Digests;

/// <summary>Posts as JSON.</summary>
[JsonSerializable(typeof(PostText))]
internal sealed partial class PostJson : JsonSerializerContext
{
    public static string Write(PostText post) => JsonSerializer.Serialize(post, Default.PostText);

    public static PostText Read(string json) => JsonSerializer.Deserialize(json, Default.PostText)!;
}
