using System.Text.Json;

namespace PaperBot.Discord.Rest;

/// <summary>What Discord says of a failure; <c>retry_after</c> and <c>global</c> come with 429 only.</summary>
internal sealed record ErrorBody : DiscordObject
{
    public int Code { get; init; }

    public string? Message { get; init; }

    public JsonElement? Errors { get; init; }

    public double? RetryAfter { get; init; }

    public bool? Global { get; init; }
}
