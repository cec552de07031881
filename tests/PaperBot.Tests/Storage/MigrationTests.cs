using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Requests;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Migrations;
using PaperBot.Testing;

namespace PaperBot.Tests.Storage;

/// <summary>
/// Scripts and their running. <c>Databases/</c> holds small filled databases of earlier schemas, as text, per engine: the
/// schema's number, the engine, <c>.sql</c>.
/// </summary>
public abstract class MigrationTests
{
    protected abstract StorageHome Home { get; }

    /// <summary>As in the names of the stored databases.</summary>
    protected abstract string Engine { get; }

    /// <summary>SQL that writes the schema out, a line per object.</summary>
    protected abstract string Schema { get; }

    protected abstract Task LoadAsync(string file);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Databases =>
        Path.Combine(TestData.RepositoryRoot, "tests", "PaperBot.Tests", "Storage", "Databases");

    public static TheoryData<int> Numbers =>
        [
            .. Directory
                .EnumerateFiles(Databases, "*.sqlite.sql")
                .Select(file => int.Parse(Path.GetFileName(file).AsSpan(0, 4), CultureInfo.InvariantCulture))
                .Order(),
        ];

    [Fact]
    public void Scripts_are_numbered_from_1_each_number_once()
    {
        var numbers = Script.All.Select(script => script.Number).ToList();

        numbers[0].ShouldBe(1);
        numbers.ShouldBe(numbers.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_database_of_each_schema_becomes_one_of_today_with_its_data(int number)
    {
        var fresh = await ReadSchemaAsync(await Home.StartAsync(TimeProvider.System));
        fresh.Count.ShouldBeGreaterThan(10);
        await Home.StartAsync(TimeProvider.System);
        var file = string.Create(CultureInfo.InvariantCulture, $"{number:D4}.{Engine}.sql");
        await LoadAsync(Path.Combine(Databases, file));

        var process = Home.Open();

        (await ReadSchemaAsync(process)).ShouldBe(fresh);
        var paper = await process.GetRequiredService<IPaperStore>().FindAsync([ArxivId.Parse("1706.03762")], Token);
        paper.ShouldHaveSingleItem().Paper.Title.ShouldBe("Attention Is All You Need");
        var talk = await process
            .GetRequiredService<ITranscriptStore>()
            .ReadAfterAsync(ConversationId.Parse("web:talk"), 0, 10, Token);
        talk.Select(entry => entry.Kind).ShouldBe(["question", "answer"]);
        (await process.GetRequiredService<IAcceptedRequestStore>().CountUnfinishedAsync(Token)).ShouldBe(1);
        var slot = await process.GetRequiredService<ISlotStore>().ReadAsync("arxiv-api", Token);
        slot.NextSlot.ShouldBe(new DateTimeOffset(2026, 1, 5, 12, 0, 3, TimeSpan.Zero));
        (await process.GetRequiredService<IStorageStatus>().ReadAsync(Token)).Value.SchemaVersion.ShouldBe(
            Script.All[^1].Number
        );
    }

    [Fact]
    public async Task Of_processes_that_start_at_once_one_migrates()
    {
        await Home.StartAsync(TimeProvider.System);
        var processes = Enumerable.Range(0, 6).Select(_ => Home.Open()).ToList();

        var counts = await Task.WhenAll(
            processes.Select(process =>
                Task.Run(() => process.GetRequiredService<IPaperStore>().CountAsync(Token), Token)
            )
        );

        counts.ShouldAllBe(count => count == 0);
        var run = await processes[0]
            .GetRequiredService<Database>()
            .ReadAsync(session => session.ListAsync<int>("SELECT number FROM schema_scripts ORDER BY number"), Token);
        run.ShouldBe(Script.All.Select(script => script.Number));
    }

    private Task<List<string>> ReadSchemaAsync(IServiceProvider process) =>
        process.GetRequiredService<Database>().ReadAsync(session => session.ListAsync<string>(Schema), Token);
}
