using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Storage;
using PaperBot.Storage.Migrations;

namespace PaperBot.Tests.Storage;

/// <summary>Status and doctor, on either engine.</summary>
public abstract class StorageHealthTests
{
    protected abstract StorageHome Home { get; }

    protected abstract string Engine { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_status_tells_engine_schema_and_size()
    {
        var process = await Home.StartAsync(TimeProvider.System);

        var status = (await process.GetRequiredService<IStorageStatus>().ReadAsync(Token)).Value;

        status.Engine.ShouldMatch($"^{Engine} [0-9.]+$");
        status.SchemaVersion.ShouldBe(Script.All[^1].Number);
        status.Bytes.ShouldBeInRange(10_000, 100_000_000);
    }

    [Fact]
    public async Task Doctor_finds_it_good_and_can_say_so_in_both_languages()
    {
        var process = await Home.StartAsync(TimeProvider.System);
        var check = process.GetServices<IHealthCheck>().Single(check => check.Name == "storage");

        var findings = await check.CheckAsync(Token);

        findings[0].Level.ShouldBe(HealthLevel.Good);
        var texts = new TextCatalogue([new(typeof(StorageServices).Assembly)]);
        foreach (var locale in Locale.All)
            findings
                .Select(finding => texts.Get(locale, finding.Message))
                .First()
                .ShouldContain(Engine, customMessage: locale.Tag);
    }

    [Fact]
    public async Task Doctor_says_what_is_broken()
    {
        await Home.StartAsync(TimeProvider.System);
        var process = Home.Open(("Storage:ConnectionString", "/proc/nowhere/paperbot.db"));
        var check = process.GetServices<IHealthCheck>().Single(check => check.Name == "storage");

        var finding = (await check.CheckAsync(Token)).ShouldHaveSingleItem();

        finding.Level.ShouldBe(HealthLevel.Broken);
        finding.Message.Key.ShouldBe("error.storage.closed");
    }
}
