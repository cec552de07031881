using System.Text.Json.Serialization;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>A frame's headers.</summary>
/// <param name="RequestId">Names the frame; an acknowledgement and the answers to a message repeat it.</param>
internal sealed record WeComHeaders([property: JsonPropertyName("req_id")] string? RequestId);
