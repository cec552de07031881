using System.Collections.Concurrent;
using System.Globalization;
using PaperBot.Discord;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Discord.Gateway;

/// <summary>A client on a script and a manual clock, with an API that knows <c>/gateway/bot</c> only.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    public const string Hello = """{"op":10,"d":{"heartbeat_interval":41250}}""";

    private readonly SemaphoreSlim _heard = new(0);
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly DiscordClient _client;
    private Task? _running;

    public GatewayFixture(bool compress = false, int shards = 1, int remaining = 1000, int maxConcurrency = 1)
    {
        Script = new GatewayScript(Clock);
        Http = new StubHttp(_ =>
            StubHttp.Json(
                $$$"""
                {"url":"wss://gateway.test","shards":{{{shards}}},
                "session_start_limit":
                {"total":1000,"remaining":{{{Remaining}}},"reset_after":86400000,"max_concurrency":{{{maxConcurrency}}}}}
                """
            )
        );
        Remaining = remaining;
        _client = new DiscordClient(
            new DiscordOptions
            {
                Token = "secret",
                ApiUrl = new Uri("https://api.test/api/v10"),
                Compress = compress,
            },
            new DiscordSeams
            {
                Http = Http,
                Connector = Script,
                Time = Clock,
                Random = new Random(7),
            }
        );
    }

    public int Remaining { get; set; }

    public ManualTimeProvider Clock { get; } = new();

    public GatewayScript Script { get; }

    public StubHttp Http { get; }

    public DiscordClient Client => _client;

    public ConcurrentQueue<GatewayEvent> Events { get; } = new();

    public Func<GatewayEvent, ValueTask>? OnEvent { get; set; }

    public Task Running => _running ?? throw new InvalidOperationException("Not started.");

    public static string Ready(int sequence = 1, string session = "session-1") =>
        $$$"""
            {"op":0,"t":"READY","s":{{{sequence}}},"d":{"v":10,"user":{"id":"1","username":"paperbot"},"guilds":[],
            "private_channels":[],"session_id":"{{{session}}}","resume_gateway_url":"wss://resume.test","shard":[0,1]}}
            """;

    public static string Resumed(int sequence) => $$$"""{"op":0,"t":"RESUMED","s":{{{sequence}}},"d":{}}""";

    public static string Message(int sequence, string id) =>
        $$$"""{"op":0,"t":"MESSAGE_CREATE","s":{{{sequence}}},"d":{"id":"{{{id}}}","channel_id":"5","content":"x"}}""";

    public GatewayFixture Start()
    {
        // On the thread pool, where SettleAsync can wait for it; xunit's own context is another place.
        _running = Task.Run(() =>
            _client.Gateway.RunAsync(
                async (received, _) =>
                {
                    Events.Enqueue(received);
                    _heard.Release();
                    if (OnEvent is { } handler)
                        await handler(received);
                },
                _stop.Token
            )
        );
        return this;
    }

    /// <summary>Moves the clock from timer to timer until the task is done.</summary>
    /// <returns>How far the clock moved.</returns>
    public async Task<TimeSpan> UntilAsync(Task task, TimeSpan? limit = null)
    {
        var start = Clock.GetTimestamp();
        while (!task.IsCompleted)
        {
            var moved = Clock.GetElapsedTime(start);
            (moved < (limit ?? TimeSpan.FromMinutes(5))).ShouldBeTrue($"Not played in time. {Describe()}");
            await QuietAsync(task);
            if (task.IsCompleted)
                break;
            if (_running is { IsFaulted: true } failed)
                await failed;
            Clock.AdvanceToNext();
        }

        await task;
        var total = Clock.GetElapsedTime(start);
        // What was sent last is with the client now, and may not have been read.
        await QuietAsync();
        return total;
    }

    public Task<TimeSpan> UntilAsync(ScriptedConnection connection, TimeSpan? limit = null) =>
        UntilAsync(connection.PlayedAsync(), limit);

    /// <summary>Where things stand, for a test that failed.</summary>
    private string Describe() =>
        $"{Http.Requests.Count} requests, {Script.Addresses.Count} connections, events: {Names()}, "
        + $"{_running?.Status}, shards: {string.Join(' ', _client.Gateway.Shards.Select(s => $"{s.State}/{s.LastEnd}"))}";

    /// <summary>Moves the clock by a span, from timer to timer.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var start = Clock.GetTimestamp();
        while (span - Clock.GetElapsedTime(start) is { Ticks: > 0 } left)
        {
            await QuietAsync();
            Clock.Advance(Clock.NextDue is { } next && next < left ? next : left);
        }

        await QuietAsync();
    }

    /// <summary>Waits until the events are these, in this order.</summary>
    public async Task ShouldSeeAsync(string names)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (Names() != names && TimeProvider.System.GetElapsedTime(start) < RealPatience)
            await SettleAsync();
        await SettleAsync();
        Names().ShouldBe(names);
    }

    /// <summary>
    /// Waits, in real time, until nothing happens before the clock moves: every connection waits on both sides and a
    /// timer is set. Ends early with the client or with <paramref name="task"/>.
    /// </summary>
    private async Task QuietAsync(Task? task = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var quiet = 0; quiet < 3 && task is not { IsCompleted: true } && !Running.IsCompleted; )
        {
            await SettleAsync();
            quiet = (Script.IsIdle || Http.LastFailed) && Clock.ActiveTimers > 0 ? quiet + 1 : 0;
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(RealPatience, $"Never quiet. {Describe()}");
        }
    }

    /// <summary>Lets everything that is ready to run on the thread pool run.</summary>
    public static Task SettleAsync() =>
        Task.Run(static async () =>
        {
            for (var round = 0; round < 25; round++)
            {
                await Task.Run(static () => Thread.Yield());
                await Task.Yield();
            }
        });

    /// <summary>The events in order, once so many were handed over; more than that may have come meanwhile.</summary>
    public async Task<string> NamesAsync(int count)
    {
        for (var i = 0; i < count; i++)
            (await _heard.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeTrue($"Only {i} of {count} came. {Describe()}");
        return Names();
    }

    private string Names() =>
        string.Join(' ', Events.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Name}:{e.Sequence}")));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is { } running)
        {
            while (!running.IsCompleted)
            {
                await SettleAsync();
                Clock.AdvanceToNext();
            }
        }

        _client.Dispose();
        _heard.Dispose();
        _stop.Dispose();
    }
}
