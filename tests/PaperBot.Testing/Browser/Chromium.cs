using Microsoft.Playwright;

namespace PaperBot.Testing.Browser;

/// <summary>
/// The system's Chromium, driven by Playwright; one process for all tests that share it. Where there is none, tests are
/// skipped visibly.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The executable (<c>PAPERBOT_CHROMIUM</c>, else the usual places); null: none is installed.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("PAPERBOT_CHROMIUM") is { Length: > 0 } named
            ? named
            : Places.FirstOrDefault(File.Exists);

    /// <summary>The browser; skips the test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, "No Chromium is installed.");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        // The machine may have other work; Playwright's own five seconds are for one that has none.
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Executable,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--font-render-hinting=none",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
