using System.Text;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class CiteHandlerTests : IDisposable
{
    private readonly PaperBench _bench = new();

    [Fact]
    public async Task One_paper_is_a_block_to_copy_with_the_other_formats_in_place()
    {
        _bench.Source.Add(SomePapers.Attention);

        var card = (await Cite("1706.03762")).Cards.ShouldHaveSingleItem();

        card.Markdown.ShouldStartWith("```\n@misc{vaswani2017attention,\n");
        card.Markdown.ShouldEndWith("\n}\n```");
        card.Attachments.ShouldBeEmpty();
        card.Actions.Select(action => (action.Label, action.Line, action.Effect))
            .ShouldBe([
                ("RIS", "/cite 1706.03762 format:ris", ActionEffect.ReplaceInPlace),
                ("GB/T 7714", "/cite 1706.03762 format:gbt7714", ActionEffect.ReplaceInPlace),
            ]);
    }

    [Fact]
    public async Task Many_papers_come_as_a_file_too()
    {
        var ids = Enumerable.Range(1, 12).Select(i => $"2001.{i:00000}").ToArray();
        _bench.Source.Add([.. ids.Select((id, i) => SomePapers.Of(id, $"Title{i} of it"))]);

        var card = (await Cite([.. ids, "2001.00099"], "ris")).Cards[0];

        card.Markdown.Split("TY  - ").Length.ShouldBe(11);
        card.Markdown.ShouldContain("2 more are in the file.");
        card.Markdown.ShouldContain("2001.00099");
        var file = card.Attachments.ShouldHaveSingleItem();
        file.Name.ShouldBe("papers.ris");
        Encoding.UTF8.GetString(file.Content.Span).Split("TY  - ").Length.ShouldBe(13);
        file.AltText.ShouldBe("12 references as RIS");
    }

    [Fact]
    public async Task Words_of_a_title_will_do_and_a_choice_keeps_the_format()
    {
        _bench.Source.Add(SomePapers.Attention, SomePapers.Of("2001.00001", "You need attention"));

        var one = await Cite(["Attention", "is", "all", "you", "need"], "gbt7714");
        var several = await Cite(["you", "need"], "gbt7714");

        one.Cards[0].Markdown.ShouldContain("[EB/OL]");
        several
            .Cards[0]
            .Actions.Select(action => action.Line)
            .ShouldBe(["/cite 1706.03762 format:gbt7714", "/cite 2001.00001 format:gbt7714"]);
    }

    [Fact]
    public async Task Nothing_to_cite_is_an_error()
    {
        (await _bench.ErrorAsync("cite", ("papers", Many(["9999.99999999"])))).Error.Kind.ShouldBe(ErrorKind.UserInput);
        _bench.Locale = Locale.Chinese;
        (await _bench.ErrorAsync("cite", ("papers", Many(["9999.99999999"])))).Sentence.ShouldContain(
            "不是 arXiv 编号"
        );
    }

    [Fact]
    public async Task A_title_with_a_fence_does_not_end_the_block()
    {
        _bench.Source.Add(SomePapers.Of("2001.00001", "On ``` fences"));

        (await Cite("2001.00001")).Cards[0].Markdown.ShouldStartWith("````\n");
    }

    public void Dispose() => _bench.Dispose();

    private Task<Reply> Cite(params string[] papers) => _bench.ReplyAsync("cite", ("papers", Many(papers)));

    private Task<Reply> Cite(string[] papers, string format) =>
        _bench.ReplyAsync("cite", ("papers", Many(papers)), ("format", format));

    private static string[] Many(string[] papers) => papers;
}
