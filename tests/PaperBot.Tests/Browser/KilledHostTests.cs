using System.Globalization;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Browser;
using PaperBot.Testing.Processes;
using PaperBot.Tests.Platforms.Web;
using static Microsoft.Playwright.Assertions;

namespace PaperBot.Tests.Browser;

[Collection(SharedBrowser.Name)]
public sealed class KilledHostTests(Chromium chromium)
{
    private const int Many = 50;

    [Fact]
    public async Task Fifty_lookups_that_waited_when_the_bot_was_killed_are_answered_once_in_the_page_that_reconnects()
    {
        await using var arxiv = await ArxivSimulator.StartAsync();
        await using var host = new HostProcess(
            new Dictionary<string, string>
            {
                ["Arxiv:ApiUrl"] = arxiv.ApiUrl.ToString(),
                ["Arxiv:FeedUrl"] = arxiv.FeedUrl.ToString(),
                ["Arxiv:SiteUrl"] = arxiv.Address.ToString(),
                ["Arxiv:Interval"] = "00:00:00.100",
                ["Requests:Lease"] = "00:00:02",
                ["Limits:Person:0:Count"] = "1000",
                ["Limits:Person:1:Count"] = "1000",
                ["Limits:Person:2:Count"] = "1000",
                ["Limits:Place:0:Count"] = "1000",
            }
        );
        arxiv.Faults.Always(ArxivFaults.Known["stall"]);
        await host.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, host.Url);
        tab.Expected = "Failed to load resource";
        await Expect(tab.Input).ToBeFocusedAsync();
        var chat = new Uri(tab.Page.Url).Fragment[1..];
        using (var client = new PageClient(host.Url, chat))
            for (var i = 1; i <= Many; i++)
                using (await client.WriteAsync($"lookup-{i:0000}", PaperOf(i))) { }
        await Expect(tab.Page.Locator(".progress")).ToHaveCountAsync(Many);
        await host.KillAsync();
        await Expect(tab.Page.Locator("#notice")).ToBeVisibleAsync();
        arxiv.Faults.Always(null);

        await host.StartAsync();

        await Expect(tab.Page.Locator(".progress")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
        for (var round = 0; round < 2; round++)
        {
            // The newest thirty are on the page after it was loaded again, all fifty before.
            var shown = round == 0 ? Many : 30;
            await Expect(tab.Turns).ToHaveCountAsync(shown);
            await Expect(tab.Page.Locator(".card")).ToHaveCountAsync(shown);
            await Expect(tab.Page.Locator(".card.error")).ToHaveCountAsync(0);
            (await tab.Page.Locator(".question").AllTextContentsAsync())
                .Select(text => text.Split(' ')[^1])
                .ShouldBe(Enumerable.Range(Many - shown + 1, shown).Select(PaperOf));
            await tab.Page.ReloadAsync();
        }
    }

    private static string PaperOf(int number) => string.Create(CultureInfo.InvariantCulture, $"2401.{number:00000}");
}
