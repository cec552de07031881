namespace PaperBot.Discord;

/// <summary>Markdown.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#text-display"/>
/// </remarks>
public sealed record TextDisplay : Component
{
    /// <summary>The text; 4000 characters over the whole message.</summary>
    public required string Content { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.TextDisplay;
}
