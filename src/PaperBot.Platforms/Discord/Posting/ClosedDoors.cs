using System.Collections.Concurrent;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>
/// Channels that answered 403 or 404: they are not tried again until Discord tells that something changed there.
/// </summary>
internal sealed class ClosedDoors : IDiscordListener
{
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<Snowflake, bool> _closed = new();

    public bool IsClosed(Snowflake channel) => _closed.ContainsKey(channel);

    /// <summary>Notes a refusal.</summary>
    /// <returns>True when it is the first since the last change.</returns>
    public bool Close(Snowflake channel) => _closed.Count < Most && _closed.TryAdd(channel, true);

    public void Open(Snowflake channel) => _closed.TryRemove(channel, out _);

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        if (received.Data is Channel channel)
            Open(channel.Id);
        else if (
            received.Name
            is GatewayEventNames.GuildRoleUpdate
                or GatewayEventNames.GuildRoleCreate
                or GatewayEventNames.GuildRoleDelete
                or GatewayEventNames.GuildMemberUpdate
                or GatewayEventNames.GuildUpdate
                or GatewayEventNames.GuildCreate
        )
            _closed.Clear();
        return ValueTask.CompletedTask;
    }
}
