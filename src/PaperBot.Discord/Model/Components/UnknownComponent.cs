using System.Text.Json;

namespace PaperBot.Discord;

/// <summary>A component of a kind that this library does not know, kept as it came.</summary>
/// <param name="Json">The whole component.</param>
public sealed record UnknownComponent(JsonElement Json) : Component
{
    /// <inheritdoc/>
    public override ComponentType Type =>
        Json.TryGetProperty("type", out var type) && type.TryGetInt32(out var number) ? (ComponentType)number : default;
}
