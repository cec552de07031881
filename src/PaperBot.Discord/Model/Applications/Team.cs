namespace PaperBot.Discord;

/// <summary>The team that owns an application.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/teams#data-models-team-object"/>
/// </remarks>
public sealed record Team : DiscordObject
{
    /// <summary>The team.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its owner.</summary>
    public Snowflake? OwnerUserId { get; init; }
}
