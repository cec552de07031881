using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PaperBot.Core.Papers;
using PaperBot.Host.Samples;
using PaperBot.Testing;
using PaperBot.Testing.Documents;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Host.Samples;

public sealed class SampleLibraryTests
{
    private const int LongestCommonRun = 7;

    [Fact]
    public async Task Some_sixty_papers_are_stored_as_samples()
    {
        var store = new InMemoryPaperStore();
        var library = new SampleLibrary(store, new InMemoryDocumentStore());

        var count = await library.LoadAsync(TestContext.Current.CancellationToken);
        await library.LoadAsync(TestContext.Current.CancellationToken);

        count.ShouldBeInRange(55, 70);
        (await store.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(count);
        var known = await store.FindAsync([ArxivId.Parse("1706.03762")], TestContext.Current.CancellationToken);
        known.ShouldHaveSingleItem().Origin.ShouldBe(PaperOrigin.Sample);
        known[0].Paper.Authors.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Arxivs_record_is_not_overwritten()
    {
        var store = new InMemoryPaperStore();
        var own = new StoredPaper(SomePapers.Attention, PaperOrigin.Api, DateTimeOffset.UnixEpoch);
        await store.SaveAsync([own], TestContext.Current.CancellationToken);

        await new SampleLibrary(store, new InMemoryDocumentStore()).LoadAsync(TestContext.Current.CancellationToken);

        var found = await store.FindAsync([SomePapers.Attention.Id], TestContext.Current.CancellationToken);
        found.ShouldHaveSingleItem().Origin.ShouldBe(PaperOrigin.Api);
    }

    [Theory]
    [InlineData("attention")]
    [InlineData("riemann")]
    [InlineData("gravitational")]
    [InlineData("primes")]
    [InlineData("quantum")]
    [InlineData("bert")]
    public async Task Ordinary_words_find_something(string word)
    {
        var store = new InMemoryPaperStore();
        await new SampleLibrary(store, new InMemoryDocumentStore()).LoadAsync(TestContext.Current.CancellationToken);

        (await store.SearchAsync([word], 5, TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_sample_is_whole_and_its_summary_two_to_four_sentences()
    {
        var samples = await SampleLibrary.ReadAsync(TestContext.Current.CancellationToken);

        samples.Select(sample => sample.Id).Distinct().Count().ShouldBe(samples.Length);
        foreach (var sample in samples)
        {
            var paper = sample.ToStored().Paper;
            paper.Id.ToString().ShouldBe(sample.Id);
            paper.Authors.ShouldNotBeEmpty(sample.Id);
            paper.Categories.ShouldAllBe(name => name.Length > 1, sample.Id);
            Sentences(paper.Abstract).ShouldBeInRange(2, 4, sample.Id);
            var text = paper.Title + paper.Abstract + paper.Comment + string.Join(' ', sample.Authors);
            text.ShouldNotContain("\\");
            text.ShouldNotContain("  ");
        }
    }

    [Fact]
    public async Task Every_field_agrees_with_arxivs_metadata()
    {
        var records = await ReadMetadataAsync();
        var samples = await SampleLibrary.ReadAsync(TestContext.Current.CancellationToken);

        foreach (var sample in samples.Where(sample => sample.Id != "1706.03762"))
        {
            records.ShouldContainKey(sample.Id);
            var record = records[sample.Id];
            sample.Title.ShouldBe(Text(record, "title"), sample.Id);
            string.Join(", ", sample.Authors).ShouldBe(Text(record, "authors"), sample.Id);
            sample.Categories[0].ShouldBe(Text(record, "primary"), sample.Id);
            var categories = record.GetProperty("categories").EnumerateArray().Select(c => c.GetString()!);
            sample.Categories.ShouldBe(categories, ignoreOrder: true, sample.Id);
            Day(sample.Submitted).ShouldBe(Text(record, "created"), sample.Id);
            (sample.Updated is { } updated ? Day(updated) : null).ShouldBe(Text(record, "updated"), sample.Id);
            sample.Comment.ShouldBe(Text(record, "comments"), sample.Id);
            sample.Doi.ShouldBe(Text(record, "doi"), sample.Id);
            sample.Version.ShouldBeNull(sample.Id);
        }
    }

    [Fact]
    public async Task The_first_sample_agrees_with_its_recorded_metadata()
    {
        var xml = await File.ReadAllTextAsync(
            TestData.Require("01-arxiv-api", "oai", "arXivRaw-live-2026-09.xml"),
            TestContext.Current.CancellationToken
        );
        var raw = xml[xml.IndexOf("<id>1706.03762</id>", StringComparison.Ordinal)..];
        raw = raw[..raw.IndexOf("</record>", StringComparison.Ordinal)];
        var sample = (await SampleLibrary.ReadAsync(TestContext.Current.CancellationToken)).Single(s =>
            s.Id == "1706.03762"
        );

        raw.ShouldContain($"<title>{sample.Title}</title>");
        raw.ShouldContain($"<authors>{string.Join(", ", sample.Authors)}</authors>");
        raw.ShouldContain($"<categories>{string.Join(' ', sample.Categories)}</categories>");
        raw.ShouldContain($"<comments>{sample.Comment}</comments>");
        raw.ShouldContain($"<version version=\"v1\"><date>{Rfc(sample.Submitted)}");
        raw.ShouldContain($"<version version=\"v{sample.Version}\"><date>{Rfc(sample.Updated!.Value)}");
        raw.ShouldNotContain($"<version version=\"v{sample.Version + 1}\">");
    }

    [Fact]
    public async Task No_summary_repeats_the_abstract()
    {
        var records = await ReadMetadataAsync();
        var samples = await SampleLibrary.ReadAsync(TestContext.Current.CancellationToken);

        foreach (var sample in samples)
            if (records.TryGetValue(sample.Id, out var record))
                CommonRun(Words(sample.Summary), Words(Text(record, "abstract")!))
                    .ShouldBeLessThanOrEqualTo(LongestCommonRun, sample.Id);
    }

    private static async Task<Dictionary<string, JsonElement>> ReadMetadataAsync()
    {
        var path = TestData.Require("03-corpora", "arxiv-metadata-1991-2019.jsonl.gz");
        await using var file = File.OpenRead(path);
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var records = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var record = JsonDocument.Parse(line);
            records[WholeId(record.RootElement.GetProperty("id").GetString()!)] = record.RootElement.Clone();
        }

        return records;
    }

    /// <summary>The corpus went through a program that took new identifiers for numbers: 705.1142, 1503.0554300000001.</summary>
    private static string WholeId(string id)
    {
        if (id.Contains('/', StringComparison.Ordinal))
            return id;
        var number = decimal.Parse(id, CultureInfo.InvariantCulture);
        return number.ToString(number >= 1501 ? "0000.00000" : "0000.0000", CultureInfo.InvariantCulture);
    }

    private static string? Text(JsonElement record, string field) =>
        record.GetProperty(field).GetString() is { } text
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Replace("``", "“", StringComparison.Ordinal)
                .Replace("''", "”", StringComparison.Ordinal)
            : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Rfc(DateOnly day) => day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture);

    private static int Sentences(string text) =>
        text.Split(['.', '?', '!']).Skip(1).Count(rest => rest.Length == 0 || rest[0] == ' ');

    private static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );

    private static int CommonRun(string[] a, string[] b)
    {
        var longest = 0;
        var runs = new int[b.Length + 1];
        foreach (var word in a)
            for (var j = b.Length; j > 0; j--)
                longest = Math.Max(longest, runs[j] = word == b[j - 1] ? runs[j - 1] + 1 : 0);
        return longest;
    }
}
