using System.Text.Json;
using PaperBot.Core.Papers;
using PaperBot.Testing;

namespace PaperBot.Tests.Core.Papers;

/// <summary>
/// The identifiers of arXiv's, JabRef's and Zotero's own tests, and what arXiv's own class says of others. Where the
/// sources are lenient or disagree, decided here: what arXiv's pages let pass (<c>/0708.1234</c>,
/// <c>hep-th/9901001/extra</c>) passes; a subject class is dropped (<c>math.GT/0309136</c> is <c>math/0309136</c>);
/// <c>math/1234567</c> (month 45) is none; an identifier inside other words is found by the scan only.
/// </summary>
public sealed class ArxivIdVectorTests
{
    private const string Absent = "(absent)";
    private const string InText = "search in text";

    public static TheoryData<string, bool, string?, int?> Vectors()
    {
        var data = new TheoryData<string, bool, string?, int?>();
        foreach (var file in (string[])["id-vectors.json", "id-oracle-vectors.json"])
        {
            foreach (var vector in Read(file))
            {
                if (vector.Note != InText)
                    data.Add(vector.Input, vector.Valid ?? false, vector.Id, vector.Version);
            }
        }

        if (data.Count == 0)
            data.Add(Absent, false, null, null);
        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void An_identifier_is_read_as_its_source_says(string input, bool valid, string? id, int? version)
    {
        Assert.SkipWhen(input == Absent, "No identifiers in the test data.");

        ArxivId.TryParse(input, out var read).ShouldBe(valid);

        if (!valid)
            return;
        read.Paper.ShouldBe(WithoutSubject(id!));
        read.Version.ShouldBe(version);
        ArxivId.Parse(read.ToString()).ShouldBe(read);
    }

    [Fact]
    public void The_scan_finds_every_one_inside_other_words()
    {
        TestData.Require("02-arxiv-ids");
        foreach (
            var vector in Read("id-vectors.json")
                .Where(v => v.Valid ?? v.Input.StartsWith("other", StringComparison.Ordinal))
        )
        {
            var found = ArxivId.FindAll("看看 " + vector.Input.TrimStart('/') + "，谢谢");

            found.ShouldHaveSingleItem(vector.Input);
            found[0].Id.Paper.ShouldBe(WithoutSubject(vector.Id ?? "0706.0001"));
        }
    }

    [Fact]
    public void The_month_is_the_one_arxiv_reads()
    {
        TestData.Require("02-arxiv-ids");
        foreach (var vector in Read("id-oracle-vectors.json").Where(v => v.Valid == true))
        {
            var id = ArxivId.Parse(vector.Input);

            (id.Month.Year, id.Month.Month, id.IsOld).ShouldBe((vector.Year, vector.Month, vector.IsOld), vector.Input);
        }
    }

    [Fact]
    public void A_mutated_identifier_still_looks_like_one()
    {
        TestData.Require("02-arxiv-ids");
        foreach (var vector in Read("id-oracle-vectors.json"))
            ArxivId.LooksLikeOne(vector.Input).ShouldBeTrue(vector.Input);
    }

    private static string WithoutSubject(string id) =>
        id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && dot < slash
            ? id[..dot] + id[slash..]
            : id;

    private static Vector[] Read(string file) =>
        TestData.Find("02-arxiv-ids", file) is { } path
            ? JsonSerializer.Deserialize<Vector[]>(File.ReadAllText(path), Json)!
            : [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private sealed record Vector(
        string Input,
        bool? Valid,
        string? Id,
        int? Version,
        string? Note,
        int Year,
        int Month,
        bool IsOld
    );
}
