using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>What goes over the connection, in both directions.</summary>
/// <see href="https://developer.work.weixin.qq.com/document/path/101463"/>
internal sealed partial record WeComFrame
{
    // A name that comes twice would be noticed only where it is read.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static readonly FrameJson Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>What it is; an acknowledgement has none.</summary>
    [JsonPropertyName("cmd")]
    public string? Command { get; init; }

    [JsonPropertyName("headers")]
    public WeComHeaders? Headers { get; init; }

    [JsonPropertyName("body")]
    public JsonObject? Body { get; init; }

    /// <summary>0: all is well. Only acknowledgements have one.</summary>
    [JsonPropertyName("errcode")]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("errmsg")]
    public string? ErrorMessage { get; init; }

    [JsonIgnore]
    public string RequestId => Headers?.RequestId ?? "";

    public static string Write(string command, string requestId, JsonObject? body)
    {
        var frame = new JsonObject
        {
            ["cmd"] = command,
            ["headers"] = new JsonObject { ["req_id"] = requestId },
        };
        if (body is not null)
            frame["body"] = body;
        return frame.ToJsonString();
    }

    /// <summary>Reads a frame; false when it is none.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out WeComFrame? frame)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            frame = document.RootElement.Deserialize(Context.WeComFrame);
        }
        catch (JsonException)
        {
            frame = null;
        }
        return frame is not null;
    }

    [JsonSerializable(typeof(WeComFrame))]
    private sealed partial class FrameJson : JsonSerializerContext;
}
