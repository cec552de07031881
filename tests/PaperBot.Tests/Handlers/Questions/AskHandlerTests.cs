using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Asking;
using PaperBot.Handlers.Questions.Evidence;
using PaperBot.Host.Samples;
using PaperBot.Search.Evidence;
using PaperBot.Testing.Documents;
using PaperBot.Testing.Papers;
using PaperBot.Tests.Handlers.Papers;

namespace PaperBot.Tests.Handlers.Questions;

/// <summary>Questions about the demonstration paper, without a model.</summary>
public sealed class AskHandlerTests : IDisposable
{
    private readonly PaperBench _bench = new();
    private readonly FakeDocumentSource _documents = new();

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
        reply.Cards[0].Markdown.ShouldContain("No language model wrote this");
        reply.Cards[0].Actions.ShouldAllBe(action => action.Line!.StartsWith("/evidence 2511.99999v1 "));
    }

    [Fact]
    public async Task The_evidence_shows_the_sentence_in_its_surroundings_and_the_page()
    {
        var ask = await AskAsync("How many violations did the baseline have?");
        var handler = new EvidenceHandler(_documents, new FakePaperLinks(), HandlerRig.Texts);

        var evidence = await handler.AskAsync(ask.Cards[0].Actions[0].Line!);

        evidence.Text().ShouldContain("**");
        evidence.Text().ShouldContain("of 8");
        evidence.Text().ShouldContain("2511.99999v1");
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
        var request = HandlerRig.Request(await HandlerAsync(), "/ask 2511.99999 How many callers?");
        await (await HandlerAsync()).HandleAsync(request, TestContext.Current.CancellationToken);

        var papers = await _bench.Conversations.TalkedAboutAsync(
            request.Conversation,
            TestContext.Current.CancellationToken
        );

        papers.Select(paper => paper.Paper).ShouldBe(["2511.99999"]);
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
        var outcome = await (await HandlerAsync()).AskAsync($"/ask 2511.99999 {question}", locale);
        outcome.IsOk.ShouldBeTrue();
        return outcome.Value;
    }

    private async Task<AskHandler> HandlerAsync()
    {
        var demonstration = await DemonstrationPaper.ReadAsync(TestContext.Current.CancellationToken);
        var stored = demonstration.Paper.ToStored();
        _bench.Source.Add(stored.Paper);
        _documents.Papers[stored.Paper.VersionedId] = demonstration.ToDocument();
        return new AskHandler(
            new QuestionDocuments(_bench.Get<PaperFinder>(), _documents),
            _bench.Get<PaperChoice>(),
            new ExtractiveAnswer(new EvidenceFinder(), new FakePaperLinks(), HandlerRig.Texts),
            _bench.Conversations
        );
    }
}
