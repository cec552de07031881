using PaperBot.Core.Papers;
using PaperBot.Core.Privacy;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class ArxivOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_keep_arxivs_terms()
    {
        var options = new ArxivOptions();

        new ArxivOptionsCheck().Validate(null, options).Succeeded.ShouldBeTrue();
        options.Interval.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Whatever_is_wrong_is_named_by_its_key()
    {
        var wrong = new (string Key, Action<ArxivOptions> Break)[]
        {
            ("Arxiv:ApiUrl", o => o.ApiUrl = new("ftp://arxiv.org")),
            ("Arxiv:FeedUrl", o => o.FeedUrl = new("feed", UriKind.Relative)),
            ("Arxiv:SiteUrl", o => o.SiteUrl = new("https://arxiv.org/?a=b")),
            ("Arxiv:LinkUrl", o => o.LinkUrl = null!),
            ("Arxiv:Interval", o => o.Interval = TimeSpan.FromSeconds(2.9)),
            ("Arxiv:Interval", o => o.Interval = TimeSpan.FromHours(2)),
            ("Arxiv:FreshFor", o => o.FreshFor = TimeSpan.FromSeconds(-1)),
            ("Arxiv:Contact", o => o.Contact = "a\r\nb"),
            ("Arxiv:Proxy", o => o.Proxy = "gopher://x"),
            ("Arxiv:AttemptTimeout", o => o.AttemptTimeout = TimeSpan.Zero),
            ("Arxiv:TotalTimeout", o => o.TotalTimeout = o.AttemptTimeout),
            ("Arxiv:LongestRetryAfter", o => o.LongestRetryAfter = TimeSpan.FromDays(2)),
            ("Arxiv:Capacity", o => o.Capacity = 0),
            ("Arxiv:BatchSize", o => o.BatchSize = 101),
            ("Arxiv:LongestAnswer", o => o.LongestAnswer = 10),
        };
        foreach (var (key, breaks) in wrong)
        {
            var options = new ArxivOptions();
            breaks(options);

            new ArxivOptionsCheck().Validate(null, options).FailureMessage.ShouldStartWith(key);
        }
    }

    [Fact]
    public void A_faster_pace_is_allowed_where_nothing_of_arxiv_is_asked()
    {
        var local = new Uri("http://127.0.0.1:1234/");
        var options = new ArxivOptions
        {
            ApiUrl = local,
            FeedUrl = local,
            SiteUrl = local,
            Interval = TimeSpan.FromMilliseconds(100),
        };

        new ArxivOptionsCheck().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Links_lead_below_the_configured_address()
    {
        await using var bench = await ArxivBench.StartAsync(
            settings: ("Arxiv:LinkUrl", "https://mirror.example/arxiv")
        );
        var links = bench.Get<IPaperLinks>();

        links
            .Abstract(ArxivId.Parse("hep-th/9901001v2"))
            .ShouldBe(new("https://mirror.example/arxiv/abs/hep-th/9901001v2"));
        links.Pdf(ArxivId.Parse("1706.03762")).ShouldBe(new("https://mirror.example/arxiv/pdf/1706.03762"));
        links.Html(ArxivId.Parse("1706.03762")).ShouldBe(new("https://mirror.example/arxiv/html/1706.03762"));
        bench.Get<IEnumerable<IDataRecipient>>().ShouldContain(r => r.Name == "arxiv" && r.Host == "127.0.0.1");
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var texts = new TextCatalogue([new TextSource(typeof(ArxivOptions).Assembly)]);
        var english = texts
            .Own(Locale.English)
            .Keys.Where(key => key.Contains("arxiv", StringComparison.Ordinal))
            .ToList();

        english.Count.ShouldBeGreaterThan(15);
        english.ShouldBeSubsetOf(texts.Own(Locale.Chinese).Keys);
    }
}
