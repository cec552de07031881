using System.Collections.Concurrent;
using System.Threading.Channels;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Messages;
using Channel = PaperBot.Discord.Channel;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>
/// Channels that answered 403 or 404: they are not tried again until Discord tells that something changed there, or in
/// their server. What changed is told to <see cref="DoorNotices"/>.
/// </summary>
internal sealed class ClosedDoors(ChannelBook channels, DiscordLink link) : IDiscordListener
{
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<Snowflake, bool> _closed = new();
    private readonly ConcurrentDictionary<Snowflake, bool> _working = new();
    private readonly Channel<Door> _changes = System.Threading.Channels.Channel.CreateUnbounded<Door>();

    /// <summary>Doors that closed, and those that were found open for the first time since.</summary>
    public ChannelReader<Door> Changes => _changes.Reader;

    public bool IsClosed(Snowflake channel) => _closed.ContainsKey(channel);

    /// <summary>Notes a refusal.</summary>
    public void Close(Snowflake channel)
    {
        _working.TryRemove(channel, out _);
        if (_closed.Count < Most && _closed.TryAdd(channel, true))
            _changes.Writer.TryWrite(new Door(channel, IsClosed: true));
    }

    /// <summary>Notes that a message was taken.</summary>
    public void Worked(Snowflake channel)
    {
        if (_working.Count < Most && _working.TryAdd(channel, true))
            _changes.Writer.TryWrite(new Door(channel, IsClosed: false));
    }

    /// <summary>The channel may be tried again.</summary>
    public void Open(Snowflake channel) => _closed.TryRemove(channel, out _);

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        switch (received.Data)
        {
            case Channel when received.Name is GatewayEventNames.ChannelDelete or GatewayEventNames.ThreadDelete:
                break;
            case Channel channel:
                Open(channel.Id);
                break;
            case Guild { Unavailable: not true } guild:
                OpenAll(guild.Id);
                break;
            case RoleChanged role:
                OpenAll(role.GuildId);
                break;
            case RoleDeleted role:
                OpenAll(role.GuildId);
                break;
            case MemberUpdated member when !link.Known.IsCompletedSuccessfully || member.User.Id == link.Bot.Id:
                OpenAll(member.GuildId);
                break;
        }
        return ValueTask.CompletedTask;
    }

    private void OpenAll(Snowflake guild)
    {
        foreach (var channel in _closed.Keys)
            if (channels.Find(channel) is not { } facts || facts.Guild == guild)
                Open(channel);
    }
}
