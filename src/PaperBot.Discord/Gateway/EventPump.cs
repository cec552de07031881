using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// Takes events from the reader of a shard and hands them to the handler one after the other, so that a slow handler
/// does
/// not keep heartbeats from being heard.
/// </summary>
internal sealed partial class EventPump(ShardContext context, int shard, ILogger logger)
{
    private readonly Channel<GatewayEvent> _events = System.Threading.Channels.Channel.CreateBounded<GatewayEvent>(
        new BoundedChannelOptions(context.Options.EventBuffer) { SingleReader = true, SingleWriter = true }
    );

    /// <summary>Adds an event; waits while the buffer is full.</summary>
    public ValueTask AddAsync(GatewayEvent received, CancellationToken cancellationToken) =>
        _events.Writer.WriteAsync(received, cancellationToken);

    /// <summary>Hands the events over; a handler that fails costs its event only.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var received in _events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await context.OnEvent(received, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Log.HandlerFailed(logger, shard, received.Name, exception);
            }
        }
    }

    /// <summary>Reads an event's data; null when there is no type for it or it does not fit.</summary>
    /// <exception cref="InvalidDataException">READY does not fit, without which nothing works.</exception>
    public DiscordObject? Read(string name, JsonElement data)
    {
        try
        {
            return EventTypes.Read(name, data);
        }
        catch (JsonException) when (name != GatewayEventNames.Ready)
        {
            Log.Unexpected(logger, shard, name);
            return null;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("READY is not what it should be.", exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Shard {Shard}: {Event} is not what its type says; it is passed on as JSON."
        )]
        public static partial void Unexpected(ILogger logger, int shard, string @event);

        [LoggerMessage(4, LogLevel.Error, "Shard {Shard}: the handler failed at {Event}.")]
        public static partial void HandlerFailed(ILogger logger, int shard, string @event, Exception exception);
    }
}
