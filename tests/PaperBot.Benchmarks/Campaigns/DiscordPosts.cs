using System.Globalization;
using PaperBot.Discord;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Time;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// 5,000 posts to 500 channels at once, under the limits of the simulated Discord, on a manual clock: no 429, at least
/// 95 % of the permitted rate, and order inside each channel. Never being refused, however Discord cuts its seconds,
/// costs as much of the rate as the way there varies. Arguments: <c>[seed]</c>.
/// </summary>
internal static class DiscordPosts
{
    private const int Posts = 5_000;
    private const int Channels = 500;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seed = arguments is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 20261122;
        var kept = true;
        foreach (
            var (shortest, jitter, share) in ((int, int, double)[])
                [(0, 0, 0.95), (15, 30, 0.95), (80, 20, 0.95), (60, 60, 0.95), (5, 115, 0.9)]
        )
            kept &= await RunAsync(seed, shortest, jitter, share);
        return kept ? 0 : 1;
    }

    private static async Task<bool> RunAsync(int seed, int shortest, int jitter, double share)
    {
        var random = new Random(seed);
        var clock = new ManualTimeProvider();
        var simulator = new DiscordSimulator(clock, new SimulatorOptions { Schemas = null });
        var town = simulator.AddTown();
        var channels = Enumerable
            .Range(0, Channels)
            .Select(i => simulator.World.AddChannel(town.Guild, $"c{i}"))
            .ToArray();
        using var http = new InProcessHttp(
            simulator,
            () => TimeSpan.FromMilliseconds(shortest + (jitter * random.NextDouble()))
        );
        using var client = new DiscordClient(
            new DiscordOptions { Token = simulator.Options.Token },
            new DiscordSeams
            {
                Http = http,
                Time = clock,
                Random = new Random(seed),
            }
        );
        var start = clock.GetUtcNow();

        var posts = Enumerable
            .Range(0, Posts)
            .Select(i =>
                client.Messages.CreateAsync(
                    new Snowflake(channels[i % Channels].Id),
                    new MessageCreate { Content = $"{i / Channels}" }
                )
            )
            .ToArray();
        var all = Task.WhenAll(posts);
        while (!all.IsCompleted && clock.AdvanceToNext()) { }
        await all;

        var requests = simulator.Log.Requests.ToArray();
        var refused = requests.Count(request => request.Status == 429);
        // The first fifty need no wait: what is permitted is fifty at once and fifty in each second after.
        var permitted = (Posts / (double)simulator.Options.GlobalPerSecond) - 1;
        var took = (requests[^1].At - start).TotalSeconds;
        var ordered = channels.All(c => c.Messages.Select(m => m.Content).SequenceEqual(Texts()));
        var used = permitted / took;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}, way {shortest}-{shortest + jitter} ms: {requests.Length} requests, {refused} x 429, "
                    + $"{took:0.000} s of {permitted:0} s permitted ({used:P1}), order kept: {ordered}"
            )
        );
        return refused == 0 && requests.Length == Posts && used >= share && ordered;
    }

    private static IEnumerable<string> Texts() => Enumerable.Range(0, Posts / Channels).Select(i => $"{i}");
}
