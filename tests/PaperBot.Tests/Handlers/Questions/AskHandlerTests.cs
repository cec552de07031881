using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Questions.Asking;

namespace PaperBot.Tests.Handlers.Questions;

/// <summary>Questions about the demonstration paper, without a model.</summary>
public sealed class AskHandlerTests : IDisposable
{
    private readonly QuestionBench _bench = new(hasModel: false);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("How many violations did the baseline have?", "1,904")]
    [InlineData("What is the median wait with batching?", "2.9 seconds")]
    [InlineData("When does the circuit breaker open?", "five failures in a row")]
    [InlineData("How many callers are simulated?", "48 callers")]
    public async Task The_answer_is_a_sentence_of_the_paper_with_its_place(string question, string expected)
    {
        var reply = await AskAsync(question);

        reply.Cards[0].Markdown.ShouldContain(expected);
        reply.Cards[0].Markdown.ShouldContain("p. ");
        reply.Cards[0].Markdown.ShouldContain("No language model is configured");
        reply.Cards[0].Actions.ShouldAllBe(action => action.Line!.StartsWith("/evidence 2511.99999v1 "));
    }

    [Fact]
    public async Task The_evidence_shows_the_sentence_in_its_surroundings_and_the_page()
    {
        var ask = await AskAsync("How many violations did the baseline have?");

        var evidence = (await _bench.ReplyAsync(ask.Cards[0].Actions[0].Line!)).Cards[0].Markdown;

        evidence.ShouldContain("**");
        evidence.ShouldContain("of 8");
        evidence.ShouldContain("2511.99999v1");
    }

    [Fact]
    public async Task Nothing_relevant_is_one_fixed_sentence()
    {
        var reply = await AskAsync("Which zebra eats marzipan?");

        reply.Cards[0].Markdown.ShouldStartWith("Nothing in the text bears on this question.");
        reply.Cards[0].Actions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Chinese_question_over_an_English_paper_is_told_so_in_Chinese()
    {
        var reply = await AskAsync("基线违反了多少次？", Locale.Chinese);

        reply.Cards[0].Markdown.ShouldContain("请改用论文的语言提问");
    }

    [Fact]
    public async Task The_conversation_goes_on_about_the_paper()
    {
        await AskAsync("How many callers?");

        var papers = await _bench.Conversations.TalkedAboutAsync(
            QuestionBench.Conversation,
            TestContext.Current.CancellationToken
        );

        papers.ShouldBe(["2511.99999"]);
    }

    [Theory]
    [InlineData("How large is it", true)]
    [InlineData("and the learning rate?", true)]
    [InlineData("训练用了多少数据", true)]
    [InlineData("attention", false)]
    [InlineData("island biology", false)]
    public void Questions_are_told_from_words_to_search(string text, bool expected) =>
        FollowUpRule.IsQuestion(text).ShouldBe(expected);

    private async Task<Reply> AskAsync(string question, Locale locale = default)
    {
        await _bench.AddDemonstrationAsync();
        return await _bench.ReplyAsync("/ask 2511.99999 " + question, locale);
    }
}
