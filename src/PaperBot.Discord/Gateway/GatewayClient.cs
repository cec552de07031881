using System.Collections.Immutable;
using System.Net;
using PaperBot.Discord.Rest;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// Receives events over one or more shards, all in this process, and keeps them connected.
/// </summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway"/>
/// </remarks>
public sealed class GatewayClient
{
    private readonly DiscordOptions _options;
    private readonly DiscordSeams _seams;
    private readonly Chance _chance;
    private readonly ApplicationsApi _applications;
    private ImmutableArray<GatewayShard> _shards = [];
    private ShardContext? _context;
    private PresenceUpdate? _presence;

    internal GatewayClient(DiscordOptions options, DiscordSeams seams, Chance chance, ApplicationsApi applications)
    {
        _options = options;
        _seams = seams;
        _chance = chance;
        _applications = applications;
    }

    /// <summary>How the shards are doing; empty before the first connection.</summary>
    public IReadOnlyList<ShardStatus> Shards => [.. _shards.Select(shard => shard.Status)];

    /// <summary>
    /// Connects and stays connected until cancelled. Events are handed over in the order of their shard, one at a time;
    /// hand long work on, because up to <see cref="DiscordOptions.EventBuffer"/> events wait meanwhile and then reading
    /// stops. A handler that throws loses its event and nothing else.
    /// </summary>
    /// <param name="onEvent">Takes an event.</param>
    /// <param name="cancellationToken">Says goodbye and ends.</param>
    /// <exception cref="GatewayClosedException">The token, the intents or the shards are wrong.</exception>
    /// <exception cref="DiscordApiException">Discord refuses to name the gateway, as with a wrong token.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(
        Func<GatewayEvent, CancellationToken, ValueTask> onEvent,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        var start = await AskAsync(cancellationToken).ConfigureAwait(false);
        using var limit = new IdentifyLimit(_seams.Time, AskAsync);
        limit.Learn(start.SessionStartLimit);
        _context = new ShardContext
        {
            Options = _options,
            Seams = _seams,
            Connector = _seams.Connector ?? new WebSocketConnector(_options.Proxy),
            Chance = _chance,
            Limit = limit,
            Url = start.Url,
            Shards = Math.Max(1, _options.Shards ?? start.Shards),
            OnEvent = onEvent,
            Presence = _presence,
        };
        var context = _context;
        _shards = [.. Enumerable.Range(0, context.Shards).Select(number => new GatewayShard(context, number))];
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(_shards.Select(shard => RunAsync(shard, life))).ConfigureAwait(false);
    }

    /// <summary>Changes what the bot seems to be doing, now and in later sessions.</summary>
    public async Task UpdatePresenceAsync(PresenceUpdate presence, CancellationToken cancellationToken = default)
    {
        _presence = presence;
        if (_context is { } context)
            context.Presence = presence;
        var payload = new Outgoing<PresenceUpdate>(GatewayOpcode.PresenceUpdate, presence);
        foreach (var shard in _shards)
            await shard.SendAsync(payload, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for members of a guild; they come as events.</summary>
    /// <returns>False when the guild's shard is not connected.</returns>
    public async Task<bool> RequestMembersAsync(
        GuildMembersRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var shards = _shards;
        if (shards.IsEmpty)
            return false;
        var payload = new Outgoing<GuildMembersRequest>(GatewayOpcode.RequestGuildMembers, request);
        return await shards[request.GuildId.ShardOf(shards.Length)]
            .SendAsync(payload, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>A shard that ends for good takes the others with it: the bot is wrong as a whole.</summary>
    private static async Task RunAsync(GatewayShard shard, CancellationTokenSource life)
    {
        try
        {
            await shard.RunAsync(life.Token).ConfigureAwait(false);
        }
        catch (GatewayClosedException)
        {
            await life.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Asks where the gateway is until Discord says so, or says no.</summary>
    private async Task<GatewayBot> AskAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(_chance, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return await _applications.GetGatewayAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsPassing(exception))
            {
                await Task.Delay(backoff.Next(), _seams.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutException or DiscordRateLimitException
        || exception is DiscordApiException { Status: >= HttpStatusCode.InternalServerError };
}
