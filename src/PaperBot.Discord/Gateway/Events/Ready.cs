namespace PaperBot.Discord;

/// <summary>A session has begun.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#ready"/>
/// </remarks>
public sealed record Ready : DiscordObject
{
    /// <summary>The API's version.</summary>
    public int V { get; init; }

    /// <summary>The bot.</summary>
    public required User User { get; init; }

    /// <summary>Its guilds, to be sent one by one.</summary>
    public required IReadOnlyList<Guild> Guilds { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Where to resume it.</summary>
    public required Uri ResumeGatewayUrl { get; init; }

    /// <summary>Number and count.</summary>
    public IReadOnlyList<int>? Shard { get; init; }

    /// <summary>The app.</summary>
    public Application? Application { get; init; }
}
