using System.Text;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Tests.Upstreams.Blogs;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/any", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /posts/", "/posts/1", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: PaperBot\nDisallow: /no", "/yes", true)]
    [InlineData("User-agent: other\nDisallow: /", "/yes", true)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /", "/no", false)]
    [InlineData("User-agent: *\nDisallow: /博客/", "/%E5%8D%9A%E5%AE%A2/1", false)]
    [InlineData("User-agent: *\nDisallow: /%e5%8d%9a%e5%ae%a2/", "/%E5%8D%9A%E5%AE%A2/1", false)]
    [InlineData("User-agent: *\nDisallow: /no\nUser-agent: P\nDisallow: /\nUser-agent: /\nDisallow: /", "/yes", true)]
    [InlineData("<html>not found</html>", "/yes", true)]
    public void The_longest_rule_of_the_right_group_wins(string file, string path, bool allowed) =>
        Read(file).Allows(path).ShouldBe(allowed);

    [Fact]
    public void A_pause_and_sitemaps_are_read()
    {
        var rules = Read(
            "Sitemap: https://a.example/s.xml\nSitemap: /etc/s.xml\r\nUser-agent: *\r\nCrawl-delay: 5 # slow\r\n"
        );

        rules.Delay.ShouldBe(TimeSpan.FromSeconds(5));
        rules.Sitemaps.ShouldHaveSingleItem().AbsolutePath.ShouldBe("/s.xml");
    }

    [Fact]
    public void Stars_take_no_long_time()
    {
        var rule = string.Concat(Enumerable.Repeat("/*a", 150));

        Read("User-agent: *\nDisallow: " + rule + "b$").Allows("/" + new string('a', 2_000)).ShouldBeTrue();
    }

    private static RobotsRules Read(string file) => RobotsRules.Read(Encoding.UTF8.GetBytes(file), "PaperBot");
}
