namespace PaperBot.Discord;

/// <summary>A pictogram: a Unicode one has a name and no id.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/emoji#emoji-object"/>
/// </remarks>
public sealed record Emoji : DiscordObject
{
    /// <summary>A guild's own.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>The character, or the name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it moves.</summary>
    public bool? Animated { get; init; }
}
