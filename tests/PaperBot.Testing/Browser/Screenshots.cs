using Microsoft.Playwright;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Processes;
using static Microsoft.Playwright.Assertions;

namespace PaperBot.Testing.Browser;

/// <summary>
/// Pictures of the page for the README: <c>screenshots [folder] [host assembly] [beginning of their names]</c>. It starts the built host with the
/// starter library and the arXiv simulator.
/// </summary>
internal static class Screenshots
{
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Path.GetFullPath(
            args.ElementAtOrDefault(0) ?? Path.Combine(TestData.RepositoryRoot, "docs/images")
        );
        if (Chromium.Executable is null || (args.ElementAtOrDefault(1) ?? FindHost()) is not { } program)
        {
            await Console.Error.WriteLineAsync("Screenshots need Chromium and a built src/PaperBot.Host.");
            return 1;
        }
        Directory.CreateDirectory(folder);
        var pictures = Pictures
            .Where(one => one.Name.StartsWith(args.ElementAtOrDefault(2) ?? "", StringComparison.Ordinal))
            .ToLookup(one => one.HasModel);
        await using var arxiv = await ArxivSimulator.StartAsync();
        arxiv.Announcements.Spread = true;
        await using var model = await ModelSimulator.StartAsync();
        await using var chromium = new Chromium();
        await chromium.InitializeAsync();
        foreach (var some in pictures)
        {
            var settings = new Dictionary<string, string>
            {
                ["Arxiv:ApiUrl"] = arxiv.ApiUrl.ToString(),
                ["Arxiv:FeedUrl"] = arxiv.FeedUrl.ToString(),
                ["Arxiv:SiteUrl"] = arxiv.Address.ToString(),
                ["Llm:Model"] = some.Key ? "simulated" : "",
                ["Llm:Endpoint"] = model.Endpoint.ToString(),
            };
            await using var host = new HostProcess(settings, ["--samples"], program);
            await host.StartAsync();
            await TakeAsync(some, host, chromium, folder);
        }
        return 0;
    }

    /// <summary>Pictures of a running host's page, each in a browser of its own.</summary>
    internal static async Task TakeAsync(
        IEnumerable<Picture> pictures,
        HostProcess host,
        Chromium chromium,
        string folder
    )
    {
        foreach (var picture in pictures)
        {
            var context = await chromium.Browser.NewContextAsync(picture.Options);
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(60_000);
            await page.GotoAsync(new Uri(host.Url, picture.Path).ToString());
            if (picture.Path.Length == 0)
                await Expect(page.Locator("#input")).ToBeFocusedAsync();
            foreach (var line in picture.Lines)
            {
                var answers = await page.Locator(".answer .card").CountAsync();
                await page.Locator("#input").FillAsync(line);
                await page.Locator("#input").PressAsync("Enter");
                await Expect(page.Locator(".progress")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
                await Expect(page.Locator(".answer .card").Nth(answers)).ToBeVisibleAsync();
            }
            if (picture.Typed.Length > 0)
            {
                await page.Locator("#input").FillAsync(picture.Typed);
                await Expect(page.Locator("#completions")).ToBeVisibleAsync();
            }
            if (picture.Press.Length > 0)
            {
                var answers = await page.Locator(".answer .card").CountAsync();
                await page.Locator(".answer button", new() { HasText = picture.Press }).First.ClickAsync();
                await Expect(page.Locator(".answer .card").Nth(answers)).ToBeVisibleAsync();
            }
            if (picture.Show.Length > 0)
                await page.Locator(picture.Show).First.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, picture.Name + ".png") });
            await Console.Out.WriteLineAsync(Path.Combine(folder, picture.Name + ".png"));
            await context.CloseAsync();
        }
    }

    private static readonly string[] Builds = ["Release", "Debug"];

    private static IEnumerable<Picture> Pictures =>
        [
            new("start", [], "", Wide(ColorScheme.Light)),
            new("light", ["1706.03762"], "", Wide(ColorScheme.Light)),
            new("dark", ["1706.03762", "/cite 1706.03762"], "", Wide(ColorScheme.Dark)),
            new("phone", ["/arxiv search attention"], "", Phone("en-US")),
            new("chinese", ["1706.03762"], "", Phone("zh-CN")),
            new("completions", [], "/", Wide(ColorScheme.Light)),
            new("faq", ["/faq 2511.99999"], "", Wide(ColorScheme.Light)),
            new("faq-chinese", ["/六问 2511.99999"], "", Phone("zh-CN")),
            new("ask", ["/ask 2511.99999 How many violations did the baseline have?"], "", Wide(ColorScheme.Dark)),
            new("ask-chinese", ["/问 2511.99999 How many violations did the baseline have?"], "", Phone("zh-CN")),
            new("paper-page", [], "", Wide(ColorScheme.Light)) { Path = "papers/2511.99999v1" },
            new("paper-page-phone", [], "", Phone("en-US")) { Path = "papers/2511.99999v1" },
            new("paper-page-chinese", [], "", Phone("zh-CN")) { Path = "papers/2511.99999v1" },
            new("blog-search", ["/blog search why divide by the square root"], "", Wide(ColorScheme.Light)),
            new("blog-search-phone", ["/search softmax temprature"], "", Phone("en-US")),
            new("blog-search-chinese", ["/搜博客 ds^2 黎曼度量"], "", Phone("zh-CN")),
            new("blog-read-chinese", ["/读博客 黎曼度量"], "", Phone("zh-CN")),
            new("blog-search-chinese-wide", ["/搜 勒贝格积分为什么比黎曼积分强"], "", Wide(ColorScheme.Dark)),
            new("model-faq", ["/faq 2511.99999"], "", Wide(ColorScheme.Light)) { HasModel = true },
            new("model-faq-chinese", ["/六问 2511.99999"], "", Phone("zh-CN")) { HasModel = true },
            new(
                "model-ask",
                ["/ask 2511.99999 How many violations did the baseline have?"],
                "",
                Wide(ColorScheme.Light)
            )
            {
                HasModel = true,
                Press = "Evidence 1",
            },
            new("model-ask-chinese", ["/问 2511.99999 基线违反了多少次？"], "", Phone("zh-CN"))
            {
                HasModel = true,
                Press = "出处",
            },
            new("model-page-phone", [], "", Phone("en-US"))
            {
                HasModel = true,
                Path = "papers/2511.99999v1",
                Show = "#faq-en .katex",
            },
            new("model-page-chinese", [], "", Phone("zh-CN"))
            {
                HasModel = true,
                Path = "papers/2511.99999v1",
                Show = "#cite",
            },
        ];

    internal static BrowserNewContextOptions Wide(ColorScheme scheme) =>
        new()
        {
            Locale = "en-US",
            ColorScheme = scheme,
            ViewportSize = new() { Width = 1100, Height = 780 },
        };

    internal static BrowserNewContextOptions Phone(string locale) =>
        new()
        {
            Locale = locale,
            DeviceScaleFactor = 2,
            ViewportSize = new() { Width = 390, Height = 844 },
        };

    internal static string? FindHost() =>
        Builds
            .Select(kind =>
                Path.Combine(TestData.RepositoryRoot, "src/PaperBot.Host/bin", kind, "net10.0/PaperBot.Host.dll")
            )
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc);

    /// <summary>What is typed, one line after the other, and how it is looked at.</summary>
    internal sealed record Picture(string Name, string[] Lines, string Typed, BrowserNewContextOptions Options)
    {
        /// <summary>A page beside the chat; empty: the chat.</summary>
        public string Path { get; init; } = "";

        /// <summary>Whether a model answers.</summary>
        public bool HasModel { get; init; }

        /// <summary>The beginning of an action's label that is pressed at last.</summary>
        public string Press { get; init; } = "";

        /// <summary>What is to be seen.</summary>
        public string Show { get; init; } = "";
    }
}
