using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Handlers.Questions;

public sealed class PaperSummariesTests
{
    [Theory]
    [InlineData(
        "Attention Is All You Need",
        "The dominant sequence transduction models are based on complex recurrent or convolutional neural networks. "
            + "The best performing models also connect the encoder and decoder through an attention mechanism. "
            + "We propose a new simple network architecture, the Transformer, based solely on attention mechanisms. "
            + "Experiments on two machine translation tasks show these models to be superior in quality.",
        "We propose a new simple network architecture, the Transformer, based solely on attention mechanisms."
    )]
    [InlineData(
        "Rate limits for shared queues",
        "Queues are everywhere. Callers of shared queues wait longer under rate limits than they need to.",
        "Callers of shared queues wait longer under rate limits than they need to."
    )]
    [InlineData(
        "共享队列的限速",
        "排队无处不在。本文提出一种在共享队列中限速的新方法，并给出等待时间的上界。结果表明等待缩短了一半。",
        "本文提出一种在共享队列中限速的新方法，并给出等待时间的上界。"
    )]
    public async Task Without_a_model_it_is_the_abstracts_most_telling_sentence(
        string title,
        string text,
        string expected
    )
    {
        var summary = await SummaryAsync(title, text);

        summary.Markdown.ShouldBe(expected);
        summary.Model.ShouldBeNull();
        summary.Language.ShouldBe(title[0] > 'z' ? Locale.Chinese : Locale.English);
    }

    [Fact]
    public async Task What_the_abstract_holds_is_shown_and_never_interpreted()
    {
        var summary = await SummaryAsync(
            "A title",
            "We propose [a link](https://evil.example) with $x_1$ and *stars*."
        );

        summary.Markdown.ShouldBe(@"We propose &#91;a link\](https://evil.example) with $x_1$ and \*stars\*.");
    }

    [Fact]
    public async Task A_paper_without_an_abstract_has_its_title()
    {
        var summary = await SummaryAsync("A title *alone*", "");

        summary.Markdown.ShouldBe(@"A title \*alone\*");
    }

    [Fact]
    public async Task A_model_writes_it_once_for_everybody_and_in_either_language()
    {
        using var bench = new QuestionBench();
        bench.Model.Say = call => bench.Model.Answer("One sentence [click](https://evil.example).\n");
        var summaries = bench.Get<ISummaries>();

        var first = await summaries.OfAsync(Paper("A title", "A text."), Locale.Chinese, Caller.Job("test"), Token);
        await summaries.OfAsync(Paper("A title", "A text."), Locale.Chinese, Caller.Job("test"), Token);

        first.ShouldBe(new PaperSummary("One sentence click.", Locale.Chinese, "test-model"));
        bench.Model.Sent.Count.ShouldBe(1);
        bench.Model.Unavailable = ModelErrors.None();
        var other = await summaries.OfAsync(Paper("A title", "A text."), Locale.English, Caller.Job("test"), Token);
        other.ShouldBe(new PaperSummary("A text.", Locale.English, null));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<PaperSummary> SummaryAsync(string title, string text)
    {
        using var bench = new QuestionBench(hasModel: false);
        return await bench.Get<ISummaries>().OfAsync(Paper(title, text), Locale.English, Caller.Job("test"), Token);
    }

    private static Paper Paper(string title, string text) =>
        new()
        {
            Id = ArxivId.Parse("2601.00001"),
            Title = title,
            Abstract = text,
            Authors = [],
        };
}
