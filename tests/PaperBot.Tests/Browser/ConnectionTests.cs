using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;
using PaperBot.Testing.Browser;
using PaperBot.Tests.Platforms.Web;
using static Microsoft.Playwright.Assertions;

namespace PaperBot.Tests.Browser;

[Collection(SharedBrowser.Name)]
public sealed class ConnectionTests(Chromium chromium)
{
    [Fact]
    public async Task After_a_restart_the_page_reconnects_and_shows_what_was_answered_once()
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-web").FullName;
        var page = await WebPage.StartAsync(folder: folder);
        var url = page.Url;
        await using var tab = await Tab.OpenAsync(chromium, url);
        tab.Expected = "Failed to load resource";
        page.Router.On("slow", Forever);
        await tab.SendAsync("quick");
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await tab.SendAsync("slow");
        await ChatTests.Eventually(() => page.Router.Asked.Count == 2);
        var waiting = page.Router.Asked.Last();

        await page.DisposeAsync();
        await Expect(tab.Page.Locator("#notice")).ToHaveTextAsync("Connection lost. Trying again…");
        var again = new FakeRouter();
        again.On("slow", (incoming, _) => Task.FromResult(new Response(incoming.Id, ResponseKind.Repeated, null)));
        var sameUrl = new Dictionary<string, string?> { ["Web:Url"] = url.GetLeftPart(UriPartial.Authority) };
        await using var restarted = await WebPage.StartAsync(sameUrl, again, folder);
        for (var i = 0; i < 2; i++)
            await restarted.Outbox.PostAsync(
                new Destination(waiting.Place.Id, waiting.ReplyAddress, waiting.Person.Id),
                Reply.Of("resumed"),
                new DeliveryKey(waiting.Id.Value),
                TestContext.Current.CancellationToken
            );

        await Expect(tab.Page.GetByText("resumed")).ToHaveCountAsync(1);
        await Expect(tab.Turns).ToHaveCountAsync(2);
        await Expect(tab.Answers).ToHaveCountAsync(2);
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.GetByText("resumed")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_message_that_did_not_get_through_is_sent_again_and_answered_once()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        tab.Expected = "Failed to load resource";
        await tab.SendAsync("first");
        await Expect(tab.Answers).ToHaveCountAsync(1);

        await tab.Page.RouteAsync(
            "**/messages*",
            async route =>
            {
                // It gets there, and the page never learns.
                await route.FetchAsync();
                await route.AbortAsync();
            }
        );
        await tab.SendAsync("second");
        await Expect(tab.Page.Locator("#notice")).ToHaveTextAsync("Connection lost. Trying again…");
        await tab.Page.UnrouteAllAsync();
        await tab.Page.EvaluateAsync("window.dispatchEvent(new Event('online'))");

        await Expect(tab.Answers).ToHaveCountAsync(2);
        await Expect(tab.Turns).ToHaveCountAsync(2);
        page.Router.Asked.Count(incoming => incoming.Text == "second").ShouldBe(1);
    }

    [Fact]
    public async Task With_an_access_key_the_page_asks_for_it()
    {
        await using var page = await WebPage.StartAsync(new() { ["Web:AccessKey"] = "a very long access key" });
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        tab.Expected = "403 (Forbidden)";

        await tab.Page.GetByLabel("Access key").FillAsync("wrong");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByText("This is not the access key.")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Access key").FillAsync("a very long access key");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.SendAsync("hello");
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await tab.Page.ReloadAsync();
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await tab.Page.Locator("#logout").ClickAsync();

        await Expect(tab.Page.GetByLabel("Access key")).ToBeVisibleAsync();
    }

    private static async Task<Response> Forever(Incoming incoming, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return FakeRouter.Answer(incoming, Reply.Of("never"));
    }
}
