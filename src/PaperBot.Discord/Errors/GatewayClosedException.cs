namespace PaperBot.Discord;

/// <summary>The gateway closed the connection for a reason that does not go away by trying again.</summary>
/// <param name="code">Why.</param>
/// <param name="shard">On which shard.</param>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/>
/// </remarks>
public sealed class GatewayClosedException(GatewayCloseCode code, int shard)
    : DiscordException($"The gateway closed shard {shard} with {(int)code} ({code}).")
{
    /// <summary>Why.</summary>
    public GatewayCloseCode Code { get; } = code;

    /// <summary>On which shard.</summary>
    public int Shard { get; } = shard;
}
