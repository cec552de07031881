using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig.Renderers;
using PaperBot.Markdown;
using PaperBot.Markdown.Html;
using PaperBot.Testing;

namespace PaperBot.Tests.Markdown;

/// <summary>
/// The published examples of CommonMark and of GitHub's extensions. Those that differ are named, all on purpose.
/// </summary>
public sealed partial class CommonMarkTests
{
    /// <summary>CommonMark's examples that come out differently: HTML is shown as text.</summary>
    private static readonly int[] CommonMarkDifferences =
    [
        12, // \[ … \] is a formula
        .. (int[])[21, 31], // an HTML element in a test of escapes and entities
        .. Enumerable.Range(148, 46), // HTML blocks
        .. (int[])[203, 310, 311, 346, 477, 478, 479, 493, 496], // an HTML element or comment beside what is tested
        .. (int[])[497, 500], // \( … \) is a formula
        .. (int[])[526, 538], // an HTML element beside a link
        .. Enumerable.Range(615, 5), // raw HTML
        .. (int[])[625, 627, 628, 629, 630, 631, 632, 633], // raw HTML
        .. (int[])[645, 646], // a line break inside an HTML element
    ];

    /// <summary>GitHub's examples that come out differently.</summary>
    private static readonly int[] GitHubDifferences =
    [
        12, // HTML in a table
        .. (int[])[17, 18], // one tilde strikes nothing here
        .. (int[])[19, 20], // bare addresses are not linked
        22, // HTML
        23, // footnotes
        .. (int[])[24, 25], // bare addresses again
        .. (int[])[26, 27, 28], // the same boxes, with classes
    ];

    private sealed record Example(int Number, string Section, string Markdown, string Html);

    [Fact]
    public void CommonMark_examples_are_parsed_as_published() =>
        Differing("commonmark-spec.json").ShouldBe(CommonMarkDifferences);

    [Fact]
    public void Tables_and_strike_through_are_parsed_as_published() =>
        Differing("gfm-extensions.json").ShouldBe(GitHubDifferences);

    [Fact]
    public void No_example_brings_an_element_or_attribute_of_its_own()
    {
        foreach (var file in (string[])["commonmark-spec.json", "gfm-extensions.json"])
        foreach (var example in Read(file))
        foreach (Match tag in Tag().Matches(Render(example.Markdown)))
            Known().IsMatch(tag.Value).ShouldBeTrue($"{file} {example.Number}: {tag.Value}");
    }

    private static List<int> Differing(string file) =>
        [.. Read(file).Where(e => StockHtml(e.Markdown) != Spelled(e.Html)).Select(e => e.Number)];

    /// <summary>The tree through Markdig's own renderer, so that nothing but the parsing is judged.</summary>
    private static string StockHtml(string markdown)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipelines.Chat.Setup(renderer);
        renderer.Render(ParsedMarkdown.Parse(markdown).Document);
        return Spelled(writer.ToString());
    }

    private static string Render(string markdown) =>
        new HtmlDialect().Render(ParsedMarkdown.Parse(markdown), Reader.Default);

    /// <summary>One spelling where HTML has several: quotation marks, alignment, line breaks.</summary>
    private static string Spelled(string html) =>
        Alignment()
            .Replace(html, " align=\"$1\"")
            .Replace("&quot;", "\"", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);

    private static IEnumerable<Example> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(TestData.Require("08-markdown", file)));
        foreach (var item in json.RootElement.EnumerateArray())
            yield return new(
                item.GetProperty("example").GetInt32(),
                item.GetProperty("section").GetString()!,
                item.GetProperty("markdown").GetString()!,
                item.GetProperty("html").GetString()!
            );
    }

    [GeneratedRegex("<[a-z/][^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        "^</?(p|em|strong|del|code|blockquote|ul|li|table|thead|tbody|tr|td|time|h[3-6]|span|div|a|pre|ol|th)>$"
            + "|^<(br|hr) />$"
            + "|^<(td|th)( scope=\"col\")?( class=\"(right|center)\")?>$"
            + "|^<ol start=\"\\d+\">$"
            + "|^<pre tabindex=\"0\"( data-language=\"[^\"<>]*\")?>$"
            + "|^<a href=\"https?://[^\"<>]*\" rel=\"noopener noreferrer\" target=\"_blank\">$"
            + "|^<div class=\"table\" role=\"group\" tabindex=\"0\">$"
            + "|^<span class=\"math\" data-display=\"(true|false)\">$"
            + "|^<ul class=\"contains-task-list\">$"
            + "|^<li class=\"task-list-item\">$"
            + "|^<input disabled=\"disabled\" type=\"checkbox\"( checked=\"checked\")? />$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Known();

    [GeneratedRegex(" style=\"text-align: ([a-z]+);\"", RegexOptions.None, 1000)]
    private static partial Regex Alignment();
}
