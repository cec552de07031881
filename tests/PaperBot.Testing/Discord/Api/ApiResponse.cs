using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.Api;

/// <summary>An answer. 204 has neither body nor content type.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON.</param>
public sealed record ApiResponse(int Status, JsonNode? Body = null)
{
    public static ApiResponse NoContent => new(204);

    public List<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether the connection is cut instead of answering.</summary>
    public bool Drop { get; init; }

    public static ApiResponse Ok(JsonNode body) => new(200, body);
}
