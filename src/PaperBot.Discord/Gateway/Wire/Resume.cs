namespace PaperBot.Discord.Gateway;

/// <summary>Goes on with a session.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#resume-resume-structure"/>
/// </remarks>
internal sealed record Resume : DiscordObject
{
    /// <summary>The bot's token.</summary>
    public required string Token { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The last event that was seen.</summary>
    public required long Seq { get; init; }
}
