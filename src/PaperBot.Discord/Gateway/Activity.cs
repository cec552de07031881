namespace PaperBot.Discord;

/// <summary>What the bot seems to be doing.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#activity-object"/>
/// </remarks>
public sealed record Activity : DiscordObject
{
    /// <summary>What, up to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>0 playing, 2 listening, 3 watching, 4 custom, 5 competing.</summary>
    public int Type { get; init; }

    /// <summary>For custom: the text.</summary>
    public string? State { get; init; }
}
