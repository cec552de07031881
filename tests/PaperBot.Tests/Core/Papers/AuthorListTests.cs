using System.Text.Json;
using PaperBot.Core.Papers;
using PaperBot.Testing;

namespace PaperBot.Tests.Core.Papers;

public sealed class AuthorListTests
{
    [Fact]
    public void Lists_are_read_as_arxiv_reads_them()
    {
        using var vectors = JsonDocument.Parse(
            File.ReadAllText(TestData.Require("02-arxiv-ids", "author-parsing-vectors.json"))
        );
        foreach (var vector in vectors.RootElement.GetProperty("parse_author_affil").EnumerateArray())
        {
            var input = vector.GetProperty("args")[0].GetString()!;
            var expected = vector.GetProperty("expected").EnumerateArray().Select(Expected);

            AuthorList.Parse(input).ShouldBe(expected, input);
        }
    }

    [Theory]
    [InlineData("John Von Neumann, Fred Bloggs, Jr, et al", "John Von Neumann|Fred Bloggs Jr")]
    [InlineData("Fr\\'ed\\'eric Chopin & Andy Sand", "Frédéric Chopin|Andy Sand")]
    [InlineData("A. One (unclosed", "A. One")]
    [InlineData("A. One) B", "A. One) B")]
    [InlineData(",,;;()(())", "")]
    [InlineData(null, "")]
    public void Odd_lists_are_read_as_far_as_they_go(string? line, string names) =>
        string.Join('|', AuthorList.Parse(line).Select(author => author.Name)).ShouldBe(names);

    [Fact]
    public void A_list_of_a_million_brackets_does_not_hang() =>
        AuthorList.Parse(new string('(', 500_000) + new string(')', 500_000)).ShouldBeEmpty();

    [Theory]
    [InlineData(40, 40, 0)]
    [InlineData(41, 20, 21)]
    [InlineData(2932, 20, 2912)]
    public void More_than_forty_authors_are_folded(int count, int shown, int more)
    {
        var authors = Enumerable.Range(0, count).Select(n => new Author($"Author {n}")).ToList();

        var folded = AuthorList.Fold(authors);

        (folded.Shown.Count, folded.More).ShouldBe((shown, more));
    }

    private static Author Expected(JsonElement parts)
    {
        var values = parts.EnumerateArray().Select(part => part.GetString()!).ToArray();
        var name = string.Join(' ', new[] { values[1], values[0], values[2] }.Where(part => part.Length > 0));
        return new(name, values.Length > 3 ? string.Join("; ", values[3..]) : null);
    }
}
