namespace PaperBot.Discord;

/// <summary>A role of a guild; the role with the guild's own id is everyone's.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/permissions#role-object"/>
/// </remarks>
public sealed record Role : DiscordObject
{
    /// <summary>The role.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its colour, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>Whether its members are listed apart.</summary>
    public bool? Hoist { get; init; }

    /// <summary>Rank: a higher number is above.</summary>
    public int? Position { get; init; }

    /// <summary>What its members may do in the whole guild.</summary>
    public Permissions Permissions { get; init; }

    /// <summary>Whether an integration owns it, as with a bot's own role.</summary>
    public bool? Managed { get; init; }

    /// <summary>Whether everybody may mention it.</summary>
    public bool? Mentionable { get; init; }

    /// <summary>Bits of the role.</summary>
    public long? Flags { get; init; }
}
