using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperBot.Core.Replies;
using PaperBot.Testing;
using PaperBot.Testing.Browser;
using PaperBot.Tests.Platforms.Web;
using static Microsoft.Playwright.Assertions;

namespace PaperBot.Tests.Browser;

[Collection(SharedBrowser.Name)]
public sealed partial class LookTests(Chromium chromium)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        Locale = "en-US",
        ViewportSize = new() { Width = 390, Height = 844 },
    };

    [Fact]
    public async Task Formulas_are_typeset_and_money_is_not()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On("math", Reply.Of("$x_1*y*$ is \\(a|b\\), \\[z^2\\] and $5 and $10; `$code$`; $\\notacommand{$"));
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.SendAsync("math");

        await Expect(tab.Page.Locator(".katex")).ToHaveCountAsync(3);
        await Expect(tab.Page.Locator(".katex-display")).ToHaveCountAsync(1);
        await Expect(tab.Page.Locator(".math.raw")).ToHaveTextAsync("\\notacommand{");
        await Expect(tab.Page.Locator(".card .text")).ToContainTextAsync("$5 and $10");
        await Expect(tab.Page.Locator(".card code")).ToHaveTextAsync("$code$");
    }

    [Fact]
    public async Task Every_formula_of_KaTeX_own_tests_is_typeset_within_the_policy()
    {
        var lines = await File.ReadAllLinesAsync(
            TestData.Require("08-markdown", "math", "katex-ss_data.yaml"),
            TestContext.Current.CancellationToken
        );
        var formulas = Formulas(lines).ToList();
        formulas.AddRange(["\\fbox{a}", "\\pmb{x}", "\\textcolor{red}{a}", "\\phase{78^\\circ}"]);
        // Not ours: formulas with dollar signs inside, and those that use the file's own macros.
        formulas.RemoveAll(tex => tex.Contains('$') || OwnMacro().IsMatch(tex) || IsCutShort(tex));
        await using var page = await WebPage.StartAsync();
        page.Router.On("math", Reply.Of(string.Join("\n\n", formulas.Select(tex => $"$${tex}$$"))));
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.SendAsync("math");
        await Expect(tab.Answers).ToHaveCountAsync(1);

        formulas.Count.ShouldBeGreaterThan(90);
        (await tab.Page.Locator(".math.raw").AllInnerTextsAsync()).ShouldBe([]);
        (await tab.Page.Locator(".katex-display").CountAsync()).ShouldBe(formulas.Count);
    }

    [Fact]
    public async Task A_narrow_screen_never_scrolls_sideways()
    {
        await using var page = await WebPage.StartAsync();
        var word = new string('w', 300);
        page.Router.On(
            "wide",
            Reply.Of(
                new Card("wide")
                {
                    Title = word,
                    Markdown =
                        $"{word}\n\n| {string.Join(" | ", Enumerable.Repeat("column", 20))} |\n"
                        + $"|{string.Concat(Enumerable.Repeat("-|", 20))}\n\n```\n{word}\n```\n\n"
                        + $"$${string.Join('+', Enumerable.Range(0, 80).Select(i => $"x_{{{i}}}"))}$$\n\n"
                        + $"${string.Join('+', Enumerable.Range(0, 80).Select(i => $"x_{{{i}}}"))}$\n\n`{word}`",
                    Actions = [ReplyAction.Run(word, "/paper 1"), ReplyAction.Run("Ask", "/ask 1 ?")],
                }
            )
        );
        await using var tab = await Tab.OpenAsync(chromium, page.Url, Phone);
        await NoSidewaysAsync(tab, "empty page");

        await tab.SendAsync("wide");
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await tab.SendAsync(word);
        await Expect(tab.Answers).ToHaveCountAsync(2);
        await NoSidewaysAsync(tab, "answers");
        await tab.Input.FillAsync("/a");
        await Expect(tab.Page.Locator("#completions")).ToBeVisibleAsync();

        await NoSidewaysAsync(tab, "completions");
    }

    [Fact]
    public async Task The_page_speaks_Chinese_when_asked_to_and_remembers()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to Chinese" }).ClickAsync();
        await Expect(tab.Page.Locator("#welcome h2")).ToHaveTextAsync("今天想读点什么？");
        await tab.SendAsync("论文");
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await tab.Page.ReloadAsync();

        await Expect(tab.Page.Locator("#hint")).ToContainTextAsync("Enter 发送");
        (await tab.Page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("zh-CN");
        page.Router.Asked.Single().Locale!.Value.IsChinese.ShouldBeTrue();
    }

    [Fact]
    public async Task A_Chinese_browser_is_greeted_in_Chinese()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url, new() { Locale = "zh-TW" });

        await Expect(tab.Page.Locator("#welcome h2")).ToHaveTextAsync("今天想读点什么？");
    }

    [Fact]
    public async Task Dark_follows_the_system_until_somebody_chooses()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(
            chromium,
            page.Url,
            new() { Locale = "en-US", ColorScheme = ColorScheme.Dark }
        );
        await Expect(tab.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(21, 23, 26)");

        await tab.Page.Locator("#theme").ClickAsync();
        await Expect(tab.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(250, 249, 246)");
        await tab.Page.ReloadAsync();

        await Expect(tab.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(250, 249, 246)");
        await Expect(tab.Page.Locator("#theme")).ToHaveAccessibleNameAsync("Theme: light");
    }

    [Fact]
    public async Task Script_in_a_title_a_text_or_a_question_does_not_run()
    {
        const string Attack = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
        await using var page = await WebPage.StartAsync();
        page.Router.On(
            Attack,
            Reply.Of(
                new Card("attack")
                {
                    Title = Attack + " $\\href{javascript:window.pwned=1}{x}$",
                    Markdown = $"{Attack}\n\n[a](javascript:window.pwned=1) $\\htmlStyle{{color:red}}{{x}}$ `{Attack}`",
                    Attachments = [new($"{Attack}.txt", "text/plain", "x"u8.ToArray(), Attack)],
                    Actions = [ReplyAction.Run(Attack, "/paper " + Attack)],
                }
            )
        );
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.SendAsync(Attack);
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await tab.Page.Locator(".action").ClickAsync();
        await Expect(tab.Turns).ToHaveCountAsync(2);

        (await tab.Page.EvaluateAsync<bool>("'pwned' in window")).ShouldBeFalse();
        await Expect(tab.Page.Locator(".turn script, .turn img, a[href^=javascript]")).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator(".card-title").First).ToContainTextAsync("<script>");
    }

    [Fact]
    public async Task Right_to_left_text_does_not_turn_its_surroundings_around()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On(
            "rtl",
            Reply.Of(
                new Card("c")
                {
                    Title = "\u202Eevil",
                    Markdown = "שלום עולם",
                    Actions = [ReplyAction.Run("Cite", "/cite")],
                }
            )
        );
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.SendAsync("rtl");
        await Expect(tab.Answers).ToHaveCountAsync(1);

        await Expect(tab.Page.Locator(".card .text")).ToHaveCSSAsync("direction", "rtl");
        await Expect(tab.Page.Locator(".actions")).ToHaveCSSAsync("direction", "ltr");
        await Expect(tab.Page.Locator(".card-title")).ToHaveAttributeAsync("dir", "auto");
    }

    [Fact]
    public async Task Pictures_have_their_description_and_every_control_a_name()
    {
        await using var page = await WebPage.StartAsync();
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );
        page.Router.On(
            "draw",
            Reply.Of(new Card("c") { Attachments = [new("a.png", "image/png", png, "a red point")] })
        );
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.SendAsync("draw");

        await Expect(tab.Page.GetByRole(AriaRole.Img, new() { Name = "a red point" })).ToBeVisibleAsync();
        (await tab.Page.Locator(".card img").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBe(1);
        foreach (var control in await tab.Page.Locator("button:visible, textarea:visible, a:visible").AllAsync())
            await Expect(control).ToHaveAccessibleNameAsync(NotEmpty());
        await Expect(tab.Page.GetByRole(AriaRole.Log)).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("PaperBot");
    }

    private static async Task NoSidewaysAsync(Tab tab, string what)
    {
        const string Widest = """
            Math.max(
              ...[document.documentElement, document.querySelector('#page')].map(e => e.scrollWidth - e.clientWidth))
            """;
        (await tab.Page.EvaluateAsync<int>(Widest)).ShouldBe(0, what);
        var width = await tab.Page.EvaluateAsync<int>("document.documentElement.clientWidth");
        width.ShouldBe(390);
    }

    /// <summary>The formulas of a YAML file of <c>Name: tex</c>, or <c>Name:</c> with <c>tex:</c> below.</summary>
    private static IEnumerable<string> Formulas(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (FormulaKey().Match(lines[i]) is not { Success: true } key)
                continue;
            var value = key.Groups[2].Value.Trim();
            if (value.Length > 0 && value[0] is not ('|' or '>'))
            {
                yield return value[0] == '\'' ? value.Trim('\'').Replace("''", "'", StringComparison.Ordinal) : value;
                continue;
            }
            var block = lines.Skip(i + 1).TakeWhile(line => Indent(line) > key.Groups[1].Length).ToList();
            if (value.Length > 0)
                yield return string.Join('\n', block);
        }
    }

    private static bool IsCutShort(string tex) => tex.Split("\\begin").Length != tex.Split("\\end").Length;

    private static int Indent(string line) => line.Length == 0 ? 0 : line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^(\s+(?=tex:)|(?=\w))\w+: ?(.*)$", RegexOptions.None, 1000)]
    private static partial Regex FormulaKey();

    [GeneratedRegex(@"\\(err|foo|bar|startExp|endExp|logo)\b|#1", RegexOptions.None, 1000)]
    private static partial Regex OwnMacro();

    [GeneratedRegex(@"\S", RegexOptions.None, 1000)]
    private static partial Regex NotEmpty();
}
