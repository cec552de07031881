using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class SearchGrammarTests
{
    [Theory]
    [InlineData("attention is all", "all:attention AND all:is AND all:all")]
    [InlineData("\"deep learning\" graphs", "all:\"deep learning\" AND all:graphs")]
    [InlineData("“deep learning”", "all:\"deep learning\"")]
    [InlineData("self-attention", "all:\"self-attention\"")]
    [InlineData("cats AND dogs OR ANDNOT", "all:cats AND all:\"AND\" AND all:dogs AND all:\"OR\" AND all:\"ANDNOT\"")]
    [InlineData(
        "ti:secret (cat:cs.AI) [a TO b]",
        "all:ti AND all:secret AND all:cat AND all:\"cs.AI\" AND all:a AND all:\"TO\" AND all:b"
    )]
    [InlineData("a&max_results=30000#x", "all:a AND all:max AND all:results AND all:30000 AND all:x")]
    [InlineData("\"open", "all:open")]
    [InlineData("大模型 蛋白质", "all:大模型 AND all:蛋白质")]
    [InlineData("Schrödinger's", "all:\"Schrödinger's\"")]
    [InlineData("\u202e*?~^{}\\", "")]
    public void Typed_words_become_terms_and_nothing_else(string words, string query) =>
        SearchGrammar.Of(new(words)).ShouldBe(query);

    [Fact]
    public void Filters_are_added_with_aliases_and_whole_archives()
    {
        var query = new PaperQuery("graphs")
        {
            TitleOnly = true,
            Author = "Yann LeCun",
            Categories = CategorySelection.Parse("cs.CL+math-eess.SY"),
            From = new(2024, 1, 2),
            To = new(2024, 3, 4),
        };

        SearchGrammar
            .Of(query)
            .ShouldBe(
                "ti:graphs AND au:\"Yann LeCun\" AND (cat:cs.CL OR cat:cmp-lg OR cat:math.*) "
                    + "AND submittedDate:[202401020000 TO 202403042359] ANDNOT (cat:eess.SY OR cat:cs.SY)"
            );
        SearchGrammar.Of(new("") { From = new(2024, 1, 2) }).ShouldBe("submittedDate:[202401020000 TO 299912312359]");
    }

    [Fact]
    public void Long_input_is_cut()
    {
        var query = SearchGrammar.Of(new(string.Join(' ', Enumerable.Repeat("word", 1000))));

        query.Split(" AND ").Length.ShouldBe(20);
        SearchGrammar.Of(new(new string('a', 1_000_000))).Length.ShouldBe(504);
    }

    [Theory]
    [InlineData("Attention Is All You Need", 1)]
    [InlineData("\"galaxy surveys\"", 49)]
    [InlineData("nothing-like-this", 0)]
    public void The_simulator_understands_what_is_written(string words, int found)
    {
        var test = SearchExpression.Parse(SearchGrammar.Of(new(words) { TitleOnly = true }));

        InventedPapers.Corpus(300).Papers.Count(paper => test(paper) > 0).ShouldBe(found);
    }
}
