using System.IO.Compression;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Tests.Upstreams.Blogs;

public sealed class XmlListsTests
{
    private static readonly Uri Address = new("https://blog.example.org/feed");

    [Fact]
    public void An_atom_feed_is_read()
    {
        var list = Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><entry><title type="html">On &lt;b&gt;x&lt;/b&gt;</title>
            <link rel="self" href="/self"/><link href="/a"/><published>2024-05-01T00:00:00Z</published>
            <updated>2024-06-01T00:00:00Z</updated><author><name>Ada</name></author><category term="maths"/></entry></feed>
            """
        )!;

        list.Title.ShouldBe("B");
        var page = list.Pages.ShouldHaveSingleItem();
        page.Address.AbsoluteUri.ShouldBe("https://blog.example.org/a");
        page.ChangedAt!.Value.Month.ShouldBe(6);
        page.Hint.Title.ShouldBe("On x");
        page.Hint.Authors.ShouldBe(["Ada"]);
        page.Hint.Tags.ShouldBe(["maths"]);
    }

    [Fact]
    public void A_character_that_xml_does_not_permit_costs_no_list()
    {
        var list = Read("<rss><channel><item><title>A\u0008 & B</title><link>/a</link></item></channel></rss>")!;

        list.Pages.ShouldHaveSingleItem().Hint.Title.ShouldBe("A & B");
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>"
    )]
    [InlineData("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><rss><channel><title>x</title></channel></rss>")]
    [InlineData("not xml")]
    [InlineData("")]
    public void A_document_type_defines_nothing_and_rubbish_is_no_list(string xml)
    {
        var list = Read(xml);

        (list?.Title ?? "x").ShouldBeOneOf("x", "&b;");
    }

    [Fact]
    public void What_is_nested_too_deeply_is_no_list() =>
        Read("<rss>" + string.Concat(Enumerable.Repeat("<a>", 10_000))).ShouldBeNull();

    [Fact]
    public void A_sitemap_index_names_lists()
    {
        var list = Read("<sitemapindex><sitemap><loc>https://blog.example.org/s1.xml</loc></sitemap></sitemapindex>")!;

        list.Lists.ShouldHaveSingleItem().AbsolutePath.ShouldBe("/s1.xml");
    }

    [Theory]
    [InlineData("\r\n\r\n<?xml version=\"1.0\"?><rss><channel><item><link>/a</link></item></channel></rss>")]
    [InlineData(
        "<rss><channel><item><link>/a</link><title>&#zz; &nbsp; &#8217; &#xD800;</title></item></channel></rss>"
    )]
    [InlineData("<rss><channel><item><link>/a</link></item></channel></rss><b>Warning: 3 queries")]
    [InlineData("<rss><channel><item><link>/a</link></item><item><title>It breaks o")]
    public void What_is_around_the_entries_costs_no_list(string xml) =>
        Read(xml)!.Pages.ShouldHaveSingleItem().Address.AbsolutePath.ShouldBe("/a");

    [Fact]
    public void A_packed_list_is_unpacked_up_to_its_greatest_length()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(new byte[1_000]);

        GzipBody.Unpack(packed.ToArray(), 1_000)!.Length.ShouldBe(1_000);
        GzipBody.Unpack(packed.ToArray(), 999).ShouldBeNull();
        GzipBody.Unpack([0x1F, 0x8B, 1, 2, 3]).ShouldBeNull();
    }

    private static PageList? Read(string xml) => XmlLists.Read(xml, Address);
}
