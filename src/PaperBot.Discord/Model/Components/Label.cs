using System.Text.Json.Serialization;

namespace PaperBot.Discord;

/// <summary>An input of a form with its caption.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#label"/>
/// </remarks>
public sealed record Label : Component
{
    /// <summary>The caption, up to 45 characters.</summary>
    [JsonPropertyName("label")]
    public string? Text { get; init; }

    /// <summary>A line below, up to 100 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The input.</summary>
    public Component? Component { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Label;
}
