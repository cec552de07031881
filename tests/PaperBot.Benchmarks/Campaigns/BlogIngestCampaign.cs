using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Articles;
using PaperBot.Core.Queues;
using PaperBot.Storage;
using PaperBot.Testing.Blogs;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign blog-ingest [seed]</c>: a simulated blog of 1,000 articles is read by a process that is killed (SIGKILL)
/// three times at chance moments; then everything must be there once, and the rest be reported with its reason.
/// </summary>
internal static class BlogIngestCampaign
{
    private const int Kills = 3;
    private static readonly BlogPlan Plan = new(1_000);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seed = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1;
        var chance = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("paperbot-campaign-");
        await using var blog = await BlogSimulator.StartAsync(Plan);
        var database = Path.Combine(folder.FullName, "paperbot.db");
        try
        {
            var began = TimeProvider.System.GetTimestamp();
            for (var kill = 1; kill <= Kills; kill++)
            {
                var target = Plan.Articles * kill / (Kills + 1) + chance.Next(100);
                using var worker = Start(database, blog.Address);
                await using var looking = Services(database);
                while (await StoredAsync(looking) < target && !worker.HasExited)
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
                worker.Kill();
                await worker.WaitForExitAsync();
                Say($"killed with {await StoredAsync(looking)} articles stored");
            }
            using (var last = Start(database, blog.Address))
                await last.WaitForExitAsync();
            return await CheckAsync(database, blog, seed, TimeProvider.System.GetElapsedTime(began));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><c>campaign blog-ingest-worker DATABASE ADDRESS</c>: reads the blog to its end.</summary>
    public static async Task<int> WorkAsync(string[] arguments)
    {
        await using var services = Services(arguments[0]);
        var caller = Caller.Job("campaign", Urgency.Interactive);
        var reader = services.GetRequiredService<IBlogReader>();
        await reader.AddAsync(new Uri(arguments[1]), false, caller, CancellationToken.None);
        foreach (var source in await services.GetRequiredService<IBlogStore>().SourcesAsync(CancellationToken.None))
            await services.GetRequiredService<SourceReading>().ReadAsync(source, CancellationToken.None);
        return 0;
    }

    private static async Task<int> CheckAsync(string database, BlogSimulator blog, int seed, TimeSpan took)
    {
        await using var services = Services(database);
        var blogs = services.GetRequiredService<IBlogStore>();
        var source = (await blogs.SourcesAsync(CancellationToken.None)).Single();
        var report = (await blogs.ReportAsync(source.Name, 0, CancellationToken.None))!;
        var changes = await services
            .GetRequiredService<IArticleStore>()
            .ChangesAsync(0, 10_000, CancellationToken.None);
        // A copy of a broken page is the article itself, and what is redirected to one is as broken.
        var (copied, astray) = (BrokenUpTo(Plan.Copies), BrokenUpTo(Plan.Redirects));
        var expected = Plan.Articles - Plan.Broken + copied;
        var twice = changes.Count == 0 ? 0 : changes[^1].Number - changes.Count;
        Say($"seed {seed}, {took.TotalSeconds:F0} s, {blog.Requests.Values.Sum()} requests");
        foreach (var (state, count) in report.Pages.OrderByDescending(pair => pair.Value))
            Say($"  {state}: {count}");
        Say($"articles {report.Articles} of {expected}; lost {expected - report.Articles}; written twice {twice}");
        var kept =
            report.Articles == expected
            && twice == 0
            && report.Pages.GetValueOrDefault(PageState.Forbidden) == Plan.Private
            && report.Pages.GetValueOrDefault(PageState.Duplicate) == Plan.Redirects + Plan.Copies - astray
            && report.Pages.Values.Sum() == Plan.Listed;
        Say(kept ? "kept" : "NOT KEPT");
        return kept ? 0 : 1;
    }

    private static int BrokenUpTo(int last) =>
        Enumerable.Range(1, last).Count(number => BlogPlan.FaultOf(number) is not BlogFault.None);

    private static Task<int> StoredAsync(ServiceProvider services) =>
        services.GetRequiredService<IArticleStore>().CountAsync(null, CancellationToken.None);

    private static Process Start(string database, Uri address) =>
        Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                ["campaign", "blog-ingest-worker", database, address.AbsoluteUri]
            )
        )!;

    private static ServiceProvider Services(string database)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Storage:ConnectionString", $"Data Source={database}"),
                    new("Blogs:AllowPrivateAddresses", "true"),
                    new("Blogs:Interval", "00:00:00.001"),
                ])
                .Build()
        );
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddPaperBotStorage();
        services.AddUpstreams();
        return services.BuildServiceProvider();
    }

    private static void Say(string line) => Console.WriteLine(line);
}
