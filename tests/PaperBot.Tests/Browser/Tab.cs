using System.Collections.Concurrent;
using Microsoft.Playwright;
using PaperBot.Testing.Browser;

namespace PaperBot.Tests.Browser;

/// <summary>One browser tab on the page; in the end its console must be empty.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly bool _ownsContext;

    private Tab(IPage page, bool ownsContext)
    {
        Page = page;
        _ownsContext = ownsContext;
        page.PageError += (_, error) => _complaints.Enqueue("error: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{message.Type}: {message.Text}");
        };
    }

    public IPage Page { get; }

    /// <summary>What the console may complain about in this test, because the test cuts connections.</summary>
    public string? Expected { get; set; }

    public ILocator Input => Page.Locator("#input");

    public ILocator Turns => Page.Locator(".turn");

    public ILocator Answers => Page.Locator(".turn .card");

    public static async Task<Tab> OpenAsync(Chromium chromium, Uri url, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.Browser.NewContextAsync(
            options
                ?? new()
                {
                    Locale = "en-US",
                    ViewportSize = new() { Width = 1200, Height = 800 },
                }
        );
        context.SetDefaultTimeout(60_000);
        var tab = new Tab(await context.NewPageAsync(), ownsContext: true);
        await tab.Page.GotoAsync(url.ToString());
        return tab;
    }

    /// <summary>Another tab of the same browser profile.</summary>
    public async Task<Tab> AnotherAsync(string url)
    {
        var tab = new Tab(await Page.Context.NewPageAsync(), ownsContext: false);
        await tab.Page.GotoAsync(url);
        return tab;
    }

    public async Task SendAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    public async ValueTask DisposeAsync()
    {
        if (_ownsContext)
            await Page.Context.CloseAsync();
        else
            await Page.CloseAsync();
        _complaints.Where(text => Expected is null || !text.Contains(Expected, StringComparison.Ordinal)).ShouldBe([]);
    }
}
