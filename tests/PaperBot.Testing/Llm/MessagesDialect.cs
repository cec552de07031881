using System.Text.Json.Nodes;

namespace PaperBot.Testing.Llm;

/// <summary>Anthropic's messages.</summary>
internal sealed class MessagesDialect : IModelDialect
{
    public string Whole(string text, (int Input, int Output) usage)
    {
        var message = Message(usage);
        message["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text });
        message["stop_reason"] = "end_turn";
        return message.ToJsonString();
    }

    public IEnumerable<string> Begin((int Input, int Output) usage)
    {
        yield return Event("message_start", new() { ["message"] = Message((usage.Input, 1)) });
        yield return Event(
            "content_block_start",
            new()
            {
                ["index"] = 0,
                ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" },
            }
        );
    }

    public string Piece(string text) =>
        Event(
            "content_block_delta",
            new()
            {
                ["index"] = 0,
                ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = text },
            }
        );

    public IEnumerable<string> End(bool isCutByLength, (int Input, int Output) usage)
    {
        yield return Event("content_block_stop", new() { ["index"] = 0 });
        yield return Event(
            "message_delta",
            new()
            {
                ["delta"] = new JsonObject
                {
                    ["stop_reason"] = isCutByLength ? "max_tokens" : "end_turn",
                    ["stop_sequence"] = null,
                },
                ["usage"] = new JsonObject { ["output_tokens"] = usage.Output },
            }
        );
        yield return Event("message_stop", []);
    }

    private static string Event(string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        return $"event: {type}\ndata: {data.ToJsonString()}\n\n";
    }

    private static JsonObject Message((int Input, int Output) usage) =>
        new()
        {
            ["id"] = "msg_simulated",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = "simulated",
            ["content"] = new JsonArray(),
            ["stop_reason"] = null,
            ["stop_sequence"] = null,
            ["usage"] = new JsonObject { ["input_tokens"] = usage.Input, ["output_tokens"] = usage.Output },
        };
}
