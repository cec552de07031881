using PaperBot.Core.Texts;

namespace PaperBot.Tests.Handlers.Questions;

public sealed class TranslateHandlerTests
{
    [Fact]
    public async Task Title_and_abstract_are_translated_once_for_everybody()
    {
        using var bench = new QuestionBench();
        await bench.AddDemonstrationAsync();
        bench.Model.Say = _ => bench.Model.Answer("**共享队列**\n\n我们研究 $x$ [链接](https://evil.example)。");

        var reply = await bench.ReplyAsync("/translate 2511.99999");
        var again = await bench.ReplyAsync("/translate 2511.99999", Locale.Chinese, person: "web:bob");

        reply.Cards[0].Markdown.ShouldStartWith("**共享队列**\n\n我们研究 $x$ 链接。");
        reply.Cards[0].Markdown.ShouldEndWith("*AI-generated / AI 生成 · test-model · 2026-06-16 · 2511.99999v1*");
        again.Cards[0].Markdown.ShouldStartWith("**共享队列**");
        bench.Model.Sent.Count.ShouldBe(1);
        bench.Model.Sent[0].Prompt.Name.ShouldBe("translate");
    }

    [Fact]
    public async Task Without_a_model_the_original_is_shown_and_it_is_said()
    {
        using var bench = new QuestionBench(hasModel: false);
        await bench.AddDemonstrationAsync();

        var reply = await bench.ReplyAsync("/translate 2511.99999", Locale.Chinese);

        reply.Cards[0].Markdown.ShouldContain("翻译需要语言模型，目前尚未配置");
    }
}
