using System.Net;
using System.Text.RegularExpressions;
using PaperBot.Testing;

namespace PaperBot.Tests.Platforms.Web;

public sealed partial class StartTests
{
    private static readonly string Root = Path.Combine(TestData.RepositoryRoot, "src/PaperBot.Platforms/Web/wwwroot");

    [Theory]
    [InlineData("en", "New chat")]
    [InlineData("zh-CN", "新对话")]
    [InlineData("zh-TW", "新对话")]
    public async Task The_page_gets_its_words_examples_and_commands(string language, string word)
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);

        var start = await client.ReadAsync($"api/start?lang={language}");

        start.GetProperty("person").GetString().ShouldBe("local");
        start.GetProperty("strings").GetProperty("new").GetString().ShouldBe(word);
        start.GetProperty("examples").GetArrayLength().ShouldBe(4);
        var names = start
            .GetProperty("commands")
            .EnumerateArray()
            .Select(c => c.GetProperty("name").GetString())
            .ToList();
        names.ShouldBe(["paper", "arxiv new", "arxiv search", "ask", "secret"]);
        var sort = start.GetProperty("commands")[0].GetProperty("parameters")[1];
        sort.GetProperty("kind").GetString().ShouldBe("choice");
        sort.GetProperty("choices").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Suggestions_come_from_the_router()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.Suggestions = [new("Attention Is All You Need", "1706.03762")];
        using var client = new PageClient(page.Url);

        var found = await client.ReadAsync("api/suggest?command=paper&parameter=papers&typed=att");

        found[0].GetProperty("value").GetString().ShouldBe("1706.03762");
    }

    [Fact]
    public async Task Every_file_of_the_page_is_served_with_its_type_and_asked_for_again_cheaply()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        var files = Directory
            .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f));

        foreach (var file in files.Where(f => Path.GetFileName(f) != "LICENSE"))
        {
            using var response = await client.GetAsync("assets/" + file);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            response.Content.Headers.ContentType!.MediaType.ShouldNotBe("application/octet-stream", file);
            using var again = new HttpRequestMessage(HttpMethod.Get, "assets/" + file);
            again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
            using var unchanged = await client.SendAsync(again);
            unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified, file);
        }
    }

    [Fact]
    public void The_page_asks_for_nothing_from_elsewhere()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*.*", SearchOption.AllDirectories))
            if (Path.GetExtension(file) is ".html" or ".css" or ".js" && !file.Contains("katex.min.js"))
                Elsewhere().Matches(File.ReadAllText(file)).Select(m => m.Value).ShouldBe([], file);
    }

    [Fact]
    public async Task Every_word_that_the_page_uses_exists_and_every_one_that_exists_is_used()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        var strings = (await client.ReadAsync("api/start?lang=en")).GetProperty("strings");
        var defined = strings.EnumerateObject().Select(property => property.Name).ToHashSet();
        var used = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Root, "*.*", SearchOption.AllDirectories))
            if (Path.GetExtension(file) is ".html" or ".js" && !file.Contains("katex"))
                foreach (
                    Match match in Word()
                        .Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                )
                    used.Add(match.Groups[1].Value + match.Groups[2].Value);
        used.UnionWith(["theme.auto", "theme.light", "theme.dark", "error", "bot"]);

        used.Except(defined).ShouldBe([]);
        defined.Except(used).ShouldBe([]);
    }

    [GeneratedRegex("""https?://(?!www\.w3\.org/)|url\((?!fonts/)""", RegexOptions.None, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("\\bt\\(\"([a-z.]+)\"|data-t(?:-label)?=\"([a-z.]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
