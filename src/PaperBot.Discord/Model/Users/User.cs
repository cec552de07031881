namespace PaperBot.Discord;

/// <summary>A person or a bot.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/user#user-object"/>
/// </remarks>
public sealed record User : DiscordObject
{
    /// <summary>The account; 0 in some partial users.</summary>
    public Snowflake Id { get; init; }

    /// <summary>The unique name; not what a channel shows.</summary>
    public string? Username { get; init; }

    /// <summary>The name that is shown, unless a guild has another.</summary>
    public string? GlobalName { get; init; }

    /// <summary>Four digits of the old naming; <c>0</c> today.</summary>
    public string? Discriminator { get; init; }

    /// <summary>Hash of the picture.</summary>
    public string? Avatar { get; init; }

    /// <summary>Whether it is a bot.</summary>
    public bool? Bot { get; init; }

    /// <summary>Whether it is Discord itself.</summary>
    public bool? System { get; init; }

    /// <summary>The chosen language.</summary>
    public string? Locale { get; init; }

    /// <summary>Bits of the account.</summary>
    public long? Flags { get; init; }

    /// <summary>Bits of the account that everybody sees.</summary>
    public long? PublicFlags { get; init; }
}
