using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Testing.Models;
using PaperBot.Testing.Progress;

namespace PaperBot.Tests.Handlers.Questions;

/// <summary>The six questions with a model.</summary>
public sealed class FaqHandlerTests : IDisposable
{
    private readonly QuestionBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task All_six_are_asked_one_by_one_and_each_says_who_wrote_it()
    {
        await _bench.AddDemonstrationAsync();

        var reply = await _bench.ReplyAsync("/faq 2511.99999");

        _bench.Model.Sent.Select(call => call.Prompt.Name).ShouldBe(PromptNames.FaqQuestions.Select(PromptNames.Faq));
        reply.Cards.Count.ShouldBe(7);
        foreach (var card in reply.Cards.Take(6))
        {
            card.Markdown.ShouldContain("&#91;");
            card.Markdown.ShouldEndWith("*AI-generated / AI 生成 · test-model · 2026-06-16 · 2511.99999v1*");
            card.Actions[0].Line!.ShouldStartWith("/evidence 2511.99999v1 ");
        }
        reply.Paper.ShouldBe(ArxivId.Parse("2511.99999v1"));
    }

    [Fact]
    public async Task Fifty_people_at_once_cost_six_calls()
    {
        await _bench.AddDemonstrationAsync();
        var gate = new TaskCompletionSource();
        _bench.Model.Gate = gate.Task;
        var people = Enumerable.Range(0, 50).Select(i => _bench.RunAsync("/faq 2511.99999", person: $"web:p{i}"));
        var asked = people.Select(task => Task.Run(() => task, Token)).ToList();
        while (_bench.Model.Waiting < 50)
            await Task.Yield();
        gate.SetResult();

        var replies = await Task.WhenAll(asked);

        _bench.Model.Sent.Count.ShouldBe(6);
        var first = replies[0].Value.Cards.Select(card => card.Markdown).ToList();
        replies.ShouldAllBe(reply => reply.Value.Cards.Select(card => card.Markdown).SequenceEqual(first));
    }

    [Fact]
    public async Task What_was_answered_is_shown_again_without_the_papers_text()
    {
        await _bench.AddDemonstrationAsync();
        await _bench.ReplyAsync("/faq 2511.99999");
        _bench.Documents.Papers.Clear();

        var again = await _bench.ReplyAsync("/faq 2511.99999", person: "web:bob");

        _bench.Model.Sent.Count.ShouldBe(6);
        again.Cards[0].Actions[0].Line!.ShouldStartWith("/evidence 2511.99999v1 ");
    }

    [Fact]
    public async Task What_was_answered_by_an_older_prompt_is_shown_when_the_text_cannot_be_had()
    {
        await _bench.AddDemonstrationAsync();
        await _bench.ReplyAsync("/faq 2511.99999 question:method");
        _bench.Prompts.Version = "00000002";
        _bench.Documents.Papers.Clear();

        var reply = await _bench.ReplyAsync("/faq 2511.99999");

        _bench.Model.Sent.Count.ShouldBe(1);
        reply.Cards[2].Markdown.ShouldContain("AI-generated");
        reply.Cards[0].Markdown.ShouldStartWith("This question has not been answered yet, and the text of the paper");
        reply.Cards[0].Markdown.ShouldContain("2511.99999v1");
        reply.Cards[^1].Markdown.ShouldNotContain("own sentences");
        (await _bench.RunAsync("/faq 2511.99999 question:problem")).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task Languages_models_and_prompt_versions_have_answers_of_their_own()
    {
        await _bench.AddDemonstrationAsync();
        await _bench.ReplyAsync("/faq 2511.99999");
        await _bench.ReplyAsync("/faq 2511.99999 zh");
        _bench.Model.Sent.Count.ShouldBe(12);
        _bench.Prompts.Version = "00000002";
        await _bench.ReplyAsync("/faq 2511.99999");
        _bench.Model.Sent.Count.ShouldBe(18);
        _bench.Model.Models = [new("other-model", "model.example", 32_000)];
        await _bench.ReplyAsync("/faq 2511.99999");
        _bench.Model.Sent.Count.ShouldBe(24);
        (await _bench.Answers.OfPaperAsync("2511.99999v1", Token)).Count.ShouldBe(24);
    }

    [Fact]
    public async Task A_run_that_was_cut_goes_on_where_it_was()
    {
        await _bench.AddDemonstrationAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _bench.Model.Say = call =>
        {
            if (call.Prompt.Name == "faq-experiments")
                stop.Cancel();
            return _bench.Model.Answer($"Answered [{ScriptedModel.KeysIn(call.Prompt)[0]}].");
        };
        await Should.ThrowAsync<OperationCanceledException>(() =>
            _bench.RunAsync("/faq 2511.99999", cancellationToken: stop.Token)
        );
        _bench.Model.Say = null;

        await _bench.ReplyAsync("/faq 2511.99999");

        _bench.Model.Sent.Select(call => call.Prompt.Name).ShouldBe(PromptNames.FaqQuestions.Select(PromptNames.Faq));
    }

    [Fact]
    public async Task In_a_channel_there_is_one_answer_and_six_buttons_that_replace_it()
    {
        await _bench.AddDemonstrationAsync();

        var reply = await _bench.ReplyAsync("/faq 2511.99999", place: QuestionBench.Channel);

        var card = reply.Cards.ShouldHaveSingleItem();
        card.Markdown.ShouldStartWith("**1. What problem does the paper try to solve?**");
        var buttons = card
            .Actions.Where(action => action.Line!.Contains("question:", StringComparison.Ordinal))
            .ToList();
        buttons.Take(6).ShouldAllBe(action => action.Effect == ActionEffect.ReplaceInPlace);
        buttons.Select(action => action.Label).Take(2).ShouldBe(["▸ Problem", "Related work"]);
        var third = await _bench.ReplyAsync(buttons[2].Line!, place: QuestionBench.Channel);
        third.Cards[0].Markdown.ShouldStartWith("**3. How does the paper solve the problem?**");
        _bench.Model.Sent.Count.ShouldBe(2);
        (await _bench.ReplyAsync("/faq 2511.99999", place: QuestionBench.Thread)).Cards.Count.ShouldBe(7);
        _bench.Model.Sent.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_newer_version_is_said_and_a_refresh_offered()
    {
        _bench.Add("2601.00001v1", "Queues", "We propose a queue that is fair to everybody in the line.");
        await _bench.ReplyAsync("/faq 2601.00001");
        _bench.Add("2601.00001v2", "Queues", "We propose a queue that is even fairer to everybody in the line.");

        var reply = await _bench.ReplyAsync("/faq 2601.00001");

        _bench.Model.Sent.Count.ShouldBe(6);
        reply.Cards[^1].Markdown.ShouldContain("2601.00001v2");
        var refresh = reply.Cards[^1].Actions.Single(action => action.Label == "Refresh for v2");
        var fresh = await _bench.ReplyAsync(refresh.Line!);
        _bench.Model.Sent.Count.ShouldBe(12);
        fresh.Cards[0].Markdown.ShouldContain("2601.00001v2");
        (await _bench.ReplyAsync("/faq 2601.00001")).Cards[0].Markdown.ShouldContain("2601.00001v2");
    }

    [Fact]
    public async Task Answers_are_shown_as_they_come()
    {
        await _bench.AddDemonstrationAsync();
        var progress = new RecordingProgress();

        await _bench.ReplyAsync("/faq 2511.99999", progress: progress);

        var seen = new List<ProgressUpdate>();
        while (progress.HasMore)
            seen.Add(await progress.NextAsync(Token));
        seen.OfType<ProgressUpdate.Stage>().Count(stage => stage.Message.Key == "faq.progress").ShouldBe(6);
        var last = seen.OfType<ProgressUpdate.Partial>().Last().Markdown;
        last.ShouldContain("**1. What problem");
        last.ShouldContain("**6. What is the paper about");
    }

    [Fact]
    public async Task Whoever_waits_in_two_queues_is_told_both_stages_and_one_wait()
    {
        using var bench = new QuestionBench
        {
            Queues = new(QueueOf("arxiv-documents", 4), QueueOf("llm:test-model", 30)),
        };
        await bench.AddDemonstrationAsync();
        bench.Documents.Waits = new ProgressUpdate.Queued("arxiv-documents", 3, TimeSpan.FromSeconds(9));
        bench.Model.Waits = new ProgressUpdate.Queued("llm:test-model", 2, TimeSpan.FromSeconds(25));
        var progress = new RecordingProgress();

        await bench.ReplyAsync("/faq 2511.99999 question:problem", progress: progress);

        var told = new List<string>();
        while (progress.HasMore)
            if (await progress.NextAsync(Token) is ProgressUpdate.Stage stage)
                told.Add(bench.Get<ITexts>().Get(Locale.English, stage.Message));
        told[0]
            .ShouldBe("Step 1 of 2: the paper's text, place 3 in line. Step 2: the language model. In all about 39 s.");
        told.ShouldContain("Step 2 of 2: the language model, place 2 in line. About 25 s.");
    }

    private static QueueStatus QueueOf(string name, int wait) =>
        new(
            name,
            1,
            1,
            100,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(wait),
            BreakerState.Closed,
            null,
            null,
            null,
            1,
            0,
            0,
            1
        );

    [Fact]
    public async Task When_the_models_budget_is_spent_the_rest_comes_out_of_the_paper()
    {
        await _bench.AddDemonstrationAsync();
        var back = new DateTimeOffset(2026, 6, 17, 0, 0, 0, TimeSpan.Zero);
        _bench.Model.Say = call =>
            call.Prompt.Name is "faq-problem" or "faq-related"
                ? _bench.Model.Answer($"Answered [{ScriptedModel.KeysIn(call.Prompt)[0]}].")
                : ModelErrors.Budget(back);

        var reply = await _bench.ReplyAsync("/faq 2511.99999");

        reply.Cards[1].Markdown.ShouldContain("AI-generated");
        reply.Cards[2].Markdown.ShouldNotContain("AI-generated");
        reply.Cards[2].Markdown.ShouldContain("&#91;");
        reply.Cards[^1].Markdown.ShouldContain($"models come back at <time:{back.ToUnixTimeSeconds()}>");
        _bench.Model.Unavailable = ModelErrors.Budget(back);
        (await _bench.ReplyAsync("/faq 2511.99999")).Cards[0].Markdown.ShouldContain("AI-generated");
    }

    [Fact]
    public async Task Without_a_paper_it_explains_itself()
    {
        var reply = await _bench.ReplyAsync("/faq");

        reply.Cards[0].Markdown.ShouldContain("1. What problem does the paper try to solve?");
        reply.Cards[0].Markdown.ShouldContain("`/faq 1706.03762`");
    }

    [Fact]
    public async Task A_model_that_takes_less_gets_fewer_passages()
    {
        await _bench.AddDemonstrationAsync();
        var sizes = new List<int>();
        _bench.Model.Say = call =>
        {
            var keys = ScriptedModel.KeysIn(call.Prompt);
            sizes.Add(keys.Count);
            return keys.Count > 20 ? ModelErrors.TooLong("test-model") : _bench.Model.Answer($"So it is [{keys[0]}].");
        };

        var reply = await _bench.ReplyAsync("/faq 2511.99999 question:method");

        reply.Cards[0].Markdown.ShouldContain("AI-generated");
        sizes.Count.ShouldBeGreaterThan(1);
        sizes.ShouldBe(sizes.OrderDescending());
    }
}
