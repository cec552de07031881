using System.Text.Json;

namespace PaperBot.Testing.Llm;

/// <summary>One request that a simulated model got.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Authorization">The key that came with it.</param>
/// <param name="Body">All of it.</param>
/// <param name="Fault">What was done with it.</param>
public sealed record ModelRequest(string Path, string Authorization, string Body, ModelFault Fault)
{
    /// <summary>The messages, role and text, in order.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages
    {
        get
        {
            using var body = JsonDocument.Parse(Body);
            var messages = new List<(string, string)>();
            // Anthropic has the rules beside the messages.
            if (body.RootElement.TryGetProperty("system", out var system))
                messages.Add(("system", TextOf(system)));
            foreach (var message in body.RootElement.GetProperty("messages").EnumerateArray())
                messages.Add((message.GetProperty("role").GetString()!, TextOf(message.GetProperty("content"))));
            return messages;
        }
    }

    /// <summary>The last message.</summary>
    public string Prompt => Messages[^1].Text;

    private static string TextOf(JsonElement content) =>
        content.ValueKind == JsonValueKind.String
            ? content.GetString()!
            : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}
