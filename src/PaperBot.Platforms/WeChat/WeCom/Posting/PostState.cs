using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>How far a post came, as it is written down before and after each of its messages.</summary>
/// <param name="Done">So many of its messages were confirmed.</param>
/// <param name="Open">Whether the next one was on its way: then nobody knows whether it arrived.</param>
internal sealed partial record PostState(int Done, bool Open)
{
    public static PostState Start { get; } = new(0, false);

    public static PostState Read(string? text) =>
        text is null ? Start : JsonSerializer.Deserialize(text, PostStateJson.Default.PostState) ?? Start;

    public string Write() => JsonSerializer.Serialize(this, PostStateJson.Default.PostState);

    [JsonSerializable(typeof(PostState))]
    private sealed partial class PostStateJson : JsonSerializerContext;
}
