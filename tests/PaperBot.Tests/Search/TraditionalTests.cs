using System.IO.Compression;
using System.Text.Json;
using PaperBot.Search.Index;
using PaperBot.Testing;

namespace PaperBot.Tests.Search;

/// <summary>
/// 238 questions of XQuAD (CC BY-SA 4.0), simplified and as npm opencc-js 1.4.2 converts them for Taiwan, words
/// included.
/// </summary>
public sealed class TraditionalTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly FtsIndex _index;
    private readonly List<(string Id, string Simplified, string Traditional)> _questions =
    [
        .. File.ReadLines(
                Path.Combine(TestData.RepositoryRoot, "tests/PaperBot.Tests/Search/Data/xquad-traditional.tsv")
            )
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1], cells[2])),
    ];

    public TraditionalTests() => _index = new(_folder.PathOf("test.index"));

    [Fact]
    public void Simplified_questions_find_traditional_text()
    {
        _index.Add(_questions.Select(question => new IndexedDocument(question.Id) { Body = question.Traditional }));

        _questions.Count(question => First(question.Simplified) == question.Id).ShouldBeGreaterThanOrEqualTo(235);
    }

    [Fact]
    public void Traditional_questions_find_simplified_paragraphs_as_simplified_ones_do()
    {
        var corpus = TestData.Require("03-retrieval", "xquad-zh", "corpus.jsonl.gz");
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(corpus), CompressionMode.Decompress)))
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var text = json.RootElement.GetProperty("text").GetString()!;
                _index.Add([new(json.RootElement.GetProperty("_id").ToString()) { Body = text }]);
            }

        _questions
            .Count(question => First(question.Simplified) == First(question.Traditional))
            .ShouldBeGreaterThanOrEqualTo(230);
    }

    private string? First(string question) => _index.Search(question, 1) is [var hit, ..] ? hit.Key : null;

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }
}
