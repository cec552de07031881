using PaperBot.Search.Query;

namespace PaperBot.Tests.Search;

public sealed class QueryParserTests
{
    [Fact]
    public void Filters_are_taken_out_and_the_rest_ranks()
    {
        var query = QueryParser.Parse("riemann \"metric tensor\" -physics tag:geometry in:Kexue from:2020 to:2021-02");

        query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["riemann", "metric", "tensor"]);
        query.Phrases.ShouldBe(["metric tensor"]);
        query.Without.ShouldBe(["physics"]);
        query.Tags.ShouldBe(["geometry"]);
        query.Sources.ShouldBe(["kexue"]);
        query.From.ShouldBe(new DateOnly(2020, 1, 1));
        query.To.ShouldBe(new DateOnly(2021, 2, 28));
    }

    [Theory]
    [InlineData("“控制收敛”", "控制收敛")]
    [InlineData("「控制收敛」", "控制收敛")]
    [InlineData("\"dominated convergence\"", "dominated convergence")]
    public void Quotation_marks_of_every_kind_make_phrases(string typed, string phrase) =>
        QueryParser.Parse(typed).Phrases.ShouldBe([phrase]);

    [Fact]
    public void A_value_in_quotes_belongs_to_its_filter() =>
        QueryParser.Parse("tag:\"machine learning\"").Tags.ShouldBe(["machine learning"]);

    [Theory]
    [InlineData("from:Paris", "from:Paris")]
    [InlineData("from:2024-13", "from:2024-13")]
    [InlineData("to:2023-02-29", "to:2023-02-29")]
    [InlineData("an \"open quotation", "an \"open quotation")]
    [InlineData("low-rank", "low-rank")]
    [InlineData("x - y", "x - y")]
    public void What_is_no_filter_is_text(string typed, string text)
    {
        var query = QueryParser.Parse(typed);

        query.Text.ShouldBe(text);
        query.HasFilter.ShouldBeFalse();
        query.Phrases.ShouldBeEmpty();
        query.Without.ShouldBeEmpty();
    }

    [Fact]
    public void The_longest_question_is_read_whole_and_one_more_character_is_left_out()
    {
        var longest = new string('a', QueryParser.Longest - 2) + " b";

        QueryParser.Parse(longest).Text.ShouldBe(longest);
        QueryParser.Parse(longest + "c").Text.ShouldBe(longest);
        QueryParser
            .Parse(new string('a', QueryParser.Longest - 1) + "😀")
            .Text.Length.ShouldBe(QueryParser.Longest - 1);
    }

    [Fact]
    public void So_many_parts_count_and_one_more_is_left_out()
    {
        var most = string.Join(' ', Enumerable.Range(0, QueryParser.MostParts).Select(i => $"-w{i}"));

        QueryParser.Parse(most).Without.Count.ShouldBe(QueryParser.MostParts);
        QueryParser.Parse(most + " -more").Without.Count.ShouldBe(QueryParser.MostParts);
    }
}
