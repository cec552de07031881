using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Articles;
using PaperBot.Search;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign search-start [articles]</c>: how long from the start of a process, without an index, until all of so many
/// stored articles (1,000) are searchable and one is found.
/// </summary>
internal static class SearchStart
{
    private const int Runs = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000;
        var folder = Directory.CreateTempSubdirectory("paperbot-start-");
        try
        {
            var database = Path.Combine(folder.FullName, "paperbot.db");
            await StoreAsync(database, count);
            var slowest = 0.0;
            for (var run = 0; run < Runs; run++)
            {
                foreach (var index in folder.EnumerateFiles("*.index*"))
                    index.Delete();
                var began = TimeProvider.System.GetTimestamp();
                using var worker = Process.Start(
                    new ProcessStartInfo(
                        Environment.ProcessPath!,
                        ["campaign", "search-start-worker", database, $"{count}"]
                    )
                )!;
                await worker.WaitForExitAsync();
                var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
                if (worker.ExitCode != 0)
                    return worker.ExitCode;
                slowest = Math.Max(slowest, took);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles: {took:F2} s"));
            }
            return slowest <= 5 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><c>campaign search-start-worker DATABASE ARTICLES</c>: searches until the last article is found.</summary>
    public static async Task<int> WorkAsync(string[] arguments)
    {
        await using var services = Services(arguments[0]);
        var search = services.GetRequiredService<ITextSearch>();
        while (true)
        {
            var found = await search.ArticlesAsync(new($"条目{arguments[1]}"), CancellationToken.None);
            if (!found.IsOk)
                return 2;
            if (!found.Value.StillIndexing)
                return found.Value.Hits.Count > 0 ? 0 : 3;
        }
    }

    private static async Task StoreAsync(string database, int count)
    {
        await using var services = Services(database);
        var store = services.GetRequiredService<IBlogStore>();
        var words = new MadeWords(new Random(1), 20_000, SearchScale.Characters);
        var now = TimeProvider.System.GetUtcNow();
        var source = new BlogSource("made", "Made", new Uri("https://made.invalid/"), BlogOrigin.Added);
        await store.SaveAsync(source, CancellationToken.None);
        for (var i = 1; i <= count; i++)
        {
            var address = new Uri($"https://made.invalid/{i}");
            var article = new Article
            {
                Id = ArticleId.Of(address),
                Source = source.Name,
                Address = address,
                Title = $"{words.Text(i % 2 == 0, 8)} 条目{i}",
                Sections = [new("", 0, null, [.. Blocks(words, i)])],
                FetchedAt = now,
            };
            await store.SettleAsync(new("made", address) { State = PageState.Taken }, article, CancellationToken.None);
        }
    }

    private static IEnumerable<ArticleBlock> Blocks(MadeWords words, int number) =>
        Enumerable.Range(0, 5).Select(_ => new ArticleBlock(ArticleBlockKind.Prose, words.Text(number % 2 == 0, 120)));

    private static ServiceProvider Services(string database)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:ConnectionString", $"Data Source={database}")])
                .Build()
        );
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddPaperBotStorage();
        services.AddPaperBotSearch();
        return services.BuildServiceProvider();
    }
}
