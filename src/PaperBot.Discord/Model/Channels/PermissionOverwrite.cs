namespace PaperBot.Discord;

/// <summary>An exception to the guild's permissions in one channel.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#overwrite-object"/>
/// </remarks>
public sealed record PermissionOverwrite : DiscordObject
{
    /// <summary>The role or the person.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Which of them.</summary>
    public OverwriteType Type { get; init; }

    /// <summary>Added here.</summary>
    public Permissions Allow { get; init; }

    /// <summary>Taken away here.</summary>
    public Permissions Deny { get; init; }
}
