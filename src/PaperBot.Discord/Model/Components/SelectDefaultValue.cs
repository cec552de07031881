namespace PaperBot.Discord;

/// <summary>Something that is chosen at first.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#user-select-select-default-value-structure"/>
/// </remarks>
public sealed record SelectDefaultValue : DiscordObject
{
    /// <summary>The person, role or channel.</summary>
    public required Snowflake Id { get; init; }

    /// <summary><c>user</c>, <c>role</c> or <c>channel</c>.</summary>
    public required string Type { get; init; }
}
