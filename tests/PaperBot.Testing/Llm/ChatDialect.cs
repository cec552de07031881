using System.Text.Json.Nodes;

namespace PaperBot.Testing.Llm;

/// <summary>Chat completions.</summary>
internal sealed class ChatDialect : IModelDialect
{
    public string Whole(string text, (int Input, int Output) usage)
    {
        var answer = Frame("chat.completion", Choice("message", Message(text), "stop"));
        answer["usage"] = Usage(usage);
        return answer.ToJsonString();
    }

    public IEnumerable<string> Begin((int Input, int Output) usage) => [Event(Choice("delta", Message(""), null))];

    public string Piece(string text) => Event(Choice("delta", new JsonObject { ["content"] = text }, null));

    public IEnumerable<string> End(bool isCutByLength, (int Input, int Output) usage)
    {
        yield return Event(Choice("delta", new JsonObject(), isCutByLength ? "length" : "stop"));
        if (usage.Input > 0)
        {
            var last = Frame("chat.completion.chunk", null);
            last["usage"] = Usage(usage);
            yield return $"data: {last.ToJsonString()}\n\n";
        }

        yield return "data: [DONE]\n\n";
    }

    private static string Event(JsonObject choice) =>
        $"data: {Frame("chat.completion.chunk", choice).ToJsonString()}\n\n";

    private static JsonObject Frame(string kind, JsonObject? choice) =>
        new()
        {
            ["id"] = "chatcmpl-simulated",
            ["object"] = kind,
            ["created"] = 1_767_600_000,
            ["model"] = "simulated",
            ["choices"] = choice is null ? new JsonArray() : new JsonArray(choice),
        };

    private static JsonObject Choice(string name, JsonObject content, string? finish) =>
        new()
        {
            ["index"] = 0,
            [name] = content,
            ["finish_reason"] = finish,
        };

    private static JsonObject Message(string text) => new() { ["role"] = "assistant", ["content"] = text };

    private static JsonObject Usage((int Input, int Output) usage) =>
        new()
        {
            ["prompt_tokens"] = usage.Input,
            ["completion_tokens"] = usage.Output,
            ["total_tokens"] = usage.Input + usage.Output,
        };
}
