namespace PaperBot.Tests.Handlers.Questions;

/// <summary>The six questions on a machine without a model: out of the paper itself.</summary>
public sealed class FaqWithoutModelTests : IDisposable
{
    private readonly QuestionBench _bench = new(hasModel: false);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Each_is_answered_by_the_papers_own_sentences_with_their_places()
    {
        var document = await _bench.AddDemonstrationAsync();
        var all = string.Join(' ', document.Passages.Select(passage => passage.Text));

        var reply = await _bench.ReplyAsync("/faq 2511.99999");

        reply.Cards.Count.ShouldBe(7);
        foreach (var card in reply.Cards.Take(6))
        {
            card.Markdown.ShouldStartWith("- ");
            card.Markdown.ShouldContain("p. ");
            card.Actions[0].Line!.ShouldStartWith("/evidence 2511.99999v1 ");
        }
        reply.Cards[5].Markdown.ShouldNotContain("AI-generated");
        reply.Cards[^1].Markdown.ShouldContain("`Llm:Model`");
        var quoted = reply.Cards[0].Markdown.Split('\n')[0][2..].Split(" &#91;")[0];
        all.ShouldContain(quoted[..30].Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_for_Chinese_is_told_in_Chinese_that_it_needs_a_model()
    {
        await _bench.AddDemonstrationAsync();

        var reply = await _bench.ReplyAsync("/faq 2511.99999 zh");

        reply.Cards[0].Title!.ShouldBe("1. 这篇论文想解决什么问题？");
        reply.Cards[^1].Markdown.ShouldContain("尚未配置语言模型");
        reply.Cards[^1].Markdown.ShouldContain("中文回答需要语言模型");
    }
}
