using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Storage;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>One process of <see cref="ProcessesCampaign"/>: <c>file port calls</c>.</summary>
internal static class QueueWorker
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["Storage:ConnectionString"] = "Data Source=" + arguments[0] }
                )
                .Build()
        );
        services.AddPaperBotStorage();
        services.AddUpstreams();
        await using var provider = services.BuildServiceProvider();
        using var client = UpstreamHttp.CreateClient(new() { UserAgent = UserAgent.Of("campaign") }, _ => null);
        var queue = provider
            .GetRequiredService<IUpstreamQueueFactory>()
            .Create(new Pages(client, new Uri($"http://127.0.0.1:{arguments[1]}/")));

        var calls = Enumerable.Range(0, int.Parse(arguments[2], CultureInfo.InvariantCulture));
        var answers = await Task.WhenAll(
            calls.Select(call => queue.CallAsync(call, Caller.Job("worker"), CancellationToken.None))
        );
        await provider.GetRequiredService<QueueRegistry>().All[0].DrainAsync(CancellationToken.None);
        return answers.All(answer => answer.IsOk) ? 0 : 1;
    }

    private sealed class Pages(HttpClient client, Uri address) : IUpstream<int, string>
    {
        public UpstreamPace Pace { get; } =
            UpstreamPace.Every(ProcessesCampaign.Pace, "campaign") with
            {
                AttemptTimeout = TimeSpan.FromSeconds(1),
                Capacity = 20_000,
            };

        public string KeyOf(int call) => call.ToString(CultureInfo.InvariantCulture);

        public async Task<Attempt<string>> SendAsync(
            IReadOnlyList<int> batch,
            IAttemptProgress progress,
            CancellationToken cancellationToken
        ) => new Attempt<string>.Answered([Outcome.Of(await client.GetStringAsync(address, cancellationToken))]);
    }
}
