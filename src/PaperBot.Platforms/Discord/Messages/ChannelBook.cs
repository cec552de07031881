using System.Collections.Concurrent;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>Which channels are threads, and of what: a message does not tell.</summary>
internal sealed class ChannelBook : IDiscordListener
{
    public const int Most = 100_000;

    private readonly ConcurrentDictionary<Snowflake, Snowflake> _parents = new();

    /// <summary>The channel that a thread belongs to; null for what is no thread.</summary>
    public Snowflake? ParentOf(Snowflake channel) => _parents.TryGetValue(channel, out var parent) ? parent : null;

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        switch (received.Data)
        {
            case Guild guild:
                AddAll(guild.Threads);
                break;
            case ThreadList list:
                AddAll(list.Threads);
                break;
            case Channel channel when received.Name == GatewayEventNames.ThreadDelete:
                _parents.TryRemove(channel.Id, out _);
                break;
            case Channel channel:
                Add(channel);
                break;
        }
        return ValueTask.CompletedTask;
    }

    private void AddAll(IEnumerable<Channel>? threads)
    {
        foreach (var thread in threads ?? [])
            Add(thread);
    }

    private void Add(Channel channel)
    {
        if (channel is { IsThread: true, ParentId: { } parent } && _parents.Count < Most)
            _parents[channel.Id] = parent;
    }
}
