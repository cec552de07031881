using System.Collections.Concurrent;
using PaperBot.Core.Identity;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Interactions;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>
/// Which channels stand in which server, and which are threads of what: a message does not tell, and a channel that
/// refuses the bot does not either. A deleted channel stays known, so that its owner can be told of it.
/// </summary>
internal sealed class ChannelBook : IDiscordListener
{
    public const int Most = 100_000;

    private readonly ConcurrentDictionary<Snowflake, ChannelFacts> _known = new();

    /// <summary>What is known; null for a direct message and for what was never told.</summary>
    public ChannelFacts? Find(Snowflake channel) => _known.GetValueOrDefault(channel);

    /// <summary>The channel that a thread belongs to; null for what is no thread.</summary>
    public Snowflake? ParentOf(Snowflake channel) => Find(channel)?.Parent;

    /// <summary>The channel as a place in its server; null when the server is not known.</summary>
    public Place? PlaceOf(Snowflake channel) =>
        Find(channel) is { Guild: { } guild } facts ? InteractionPlaces.PlaceOf(channel, facts.Parent, guild) : null;

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        switch (received.Data)
        {
            case Guild guild:
                AddAll(guild.Channels, guild.Id);
                AddAll(guild.Threads, guild.Id);
                break;
            case ThreadList list:
                AddAll(list.Threads, list.GuildId);
                break;
            case Channel channel when received.Name == GatewayEventNames.ThreadDelete:
                _known.TryRemove(channel.Id, out _);
                break;
            case Channel channel:
                Add(channel, channel.GuildId);
                break;
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>Notes a thread that the bot has just opened, before Discord tells of it.</summary>
    public void Add(Channel channel, Snowflake? guild)
    {
        if (guild is not null && _known.Count < Most)
            _known[channel.Id] = new ChannelFacts(guild, channel.IsThread ? channel.ParentId : null, channel.Name);
    }

    private void AddAll(IEnumerable<Channel>? channels, Snowflake? guild)
    {
        foreach (var channel in channels ?? [])
            Add(channel, guild);
    }
}
