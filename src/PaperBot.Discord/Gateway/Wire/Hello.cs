namespace PaperBot.Discord.Gateway;

/// <summary>The first word of the gateway.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway#hello-event"/>
/// </remarks>
internal sealed record Hello : DiscordObject
{
    /// <summary>Milliseconds.</summary>
    public required int HeartbeatInterval { get; init; }
}
