namespace PaperBot.Discord.Gateway;

/// <summary>What identifies.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#identify-identify-connection-properties"/>
/// </remarks>
internal sealed record IdentifyProperties : DiscordObject
{
    /// <summary>The operating system.</summary>
    public required string Os { get; init; }

    /// <summary>The library.</summary>
    public required string Browser { get; init; }

    /// <summary>The library.</summary>
    public required string Device { get; init; }
}
