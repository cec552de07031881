using Microsoft.Extensions.Logging;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Queues;

namespace PaperBot.Tests.Upstreams.Llm;

/// <summary>Models behind their queues, against the simulated model.</summary>
public sealed class LanguageModelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Anthropic")]
    public async Task An_answer_is_streamed_and_counted(string provider)
    {
        await using var rig = await LlmRig.StartAsync(
            ("Llm:Provider", provider),
            ("Llm:Endpoint", provider == "Anthropic" ? "{anthropic}" : "{first}")
        );
        var progress = new SeenProgress();

        var answer = (await rig.AskAsync(rig.Call(), progress)).Value;

        answer.Text.ShouldBe("- The paper says “The text is here” [bcdfgh23].");
        answer.End.ShouldBe(AnswerEnd.Complete);
        answer.Model.ShouldBe("simulated");
        answer.Usage.IsEstimated.ShouldBeFalse();
        answer.Usage.OutputTokens.ShouldBe((answer.Text.Length + 3) / 4);
        var partials = progress.Partials.ToList();
        partials.Count.ShouldBeGreaterThan(3);
        partials[^1].ShouldBe(answer.Text);
        for (var i = 1; i < partials.Count; i++)
            partials[i].ShouldStartWith(partials[i - 1]);
        var request = rig.First.Journal.ShouldHaveSingleItem();
        request.Messages[0].Role.ShouldBe("system");
        request.Authorization.ShouldContain("sk-secret-of-the-first");
        request.Body.ShouldContain("\"max_tokens\":1500");
        if (provider == "OpenAI")
            request.Body.ShouldContain("\"temperature\":0.3");
        var line = (await rig.Get<IModelUsageStore>().ReadAsync(new(2026, 1, 5), Token)).ShouldHaveSingleItem();
        line.ShouldBe(new ModelUsageLine("simulated", "faq-problem", 1, answer.Usage, 0));
    }

    [Fact]
    public async Task Without_a_model_there_is_one_plain_error()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:Model", ""));

        ModelErrors.IsNone((await rig.AskAsync()).Error).ShouldBeTrue();
        ModelErrors.IsNone((await rig.Model.UnavailableAsync(Token))!).ShouldBeTrue();
        rig.Model.Models.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retry_after_is_obeyed_for_everybody_who_waits()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:Concurrency", "1"));
        rig.First.RetryAfter = 20;
        rig.First.Next(ModelFault.Throttle);
        var first = rig.AskAsync(rig.Call("one"));
        await rig.First.ArrivalAsync(Token);
        var throttledAt = rig.Clock.GetUtcNow();
        var second = rig.AskAsync(rig.Call("two"));

        await rig.First.ArrivalAsync(Token);

        (rig.Clock.GetUtcNow() - throttledAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        (await first).IsOk.ShouldBeTrue();
        (await second).IsOk.ShouldBeTrue();
        rig.First.Journal.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(ModelFault.Cut)]
    [InlineData(ModelFault.Stall)]
    [InlineData(ModelFault.Malformed)]
    [InlineData(ModelFault.ErrorEvent)]
    public async Task An_answer_that_breaks_off_is_said_to_be_cut_and_not_paid_for_again(ModelFault fault)
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Always(fault);

        var answer = (await rig.AskAsync(rig.Call(text: string.Join(' ', Enumerable.Repeat("word", 60))))).Value;

        answer.End.ShouldBe(AnswerEnd.Cut);
        answer.Text.ShouldStartWith("- The paper says “word");
        answer.Usage.IsEstimated.ShouldBeTrue();
        answer.Usage.Total.ShouldBeGreaterThan(100);
        rig.First.Journal.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_longest_answer_is_told_from_a_whole_one()
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Always(ModelFault.Length);

        (await rig.AskAsync()).Value.End.ShouldBe(AnswerEnd.Length);
    }

    [Fact]
    public async Task Thinking_is_no_part_of_the_answer()
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Always(ModelFault.Thinks);
        var progress = new SeenProgress();

        var answer = (await rig.AskAsync(rig.Call(), progress)).Value;

        answer.Text.ShouldStartWith("- The paper says");
        progress.Partials.ShouldAllBe(text => !text.Contains("think") && !text.Contains("zzzzzz22"));
    }

    [Fact]
    public async Task Tokens_that_nobody_tells_are_reckoned()
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Always(ModelFault.NoUsage);

        var usage = (await rig.AskAsync()).Value.Usage;

        usage.IsEstimated.ShouldBeTrue();
        usage.InputTokens.ShouldBeInRange(400, 1_200);
    }

    [Fact]
    public async Task Too_long_a_prompt_is_the_callers_to_shorten()
    {
        await using var rig = await LlmRig.StartAsync(LlmRig.WithFallback());
        rig.First.ContextTokens = 100;

        var outcome = await rig.AskAsync();

        ModelErrors.IsTooLong(outcome.Error).ShouldBeTrue();
        rig.First.Journal.Count.ShouldBe(1);
        rig.Second.Journal.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ModelFault.Down, 3)]
    [InlineData(ModelFault.Empty, 3)]
    [InlineData(ModelFault.Hang, 3)]
    [InlineData(ModelFault.Unauthorized, 1)]
    [InlineData(ModelFault.NoCredit, 1)]
    public async Task A_model_that_does_not_work_is_asked_as_often_as_agreed_and_no_more(ModelFault fault, int attempts)
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Always(fault);

        var outcome = await rig.AskAsync();

        outcome.IsOk.ShouldBeFalse();
        outcome.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        rig.First.Journal.Count.ShouldBe(attempts);
    }

    [Theory]
    [InlineData(ModelFault.Down)]
    [InlineData(ModelFault.Hang)]
    [InlineData(ModelFault.Throttle)]
    [InlineData(ModelFault.Unauthorized)]
    [InlineData(ModelFault.NoCredit)]
    public async Task Another_model_takes_over(ModelFault fault)
    {
        await using var rig = await LlmRig.StartAsync(LlmRig.WithFallback());
        rig.First.Always(fault);
        rig.First.RetryAfter = 300;

        var answer = (await rig.AskAsync()).Value;

        answer.Model.ShouldBe("second");
        answer.End.ShouldBe(AnswerEnd.Complete);
        rig.Second.Journal.ShouldHaveSingleItem().Authorization.ShouldNotContain("sk-secret-of-the-first");
    }

    [Fact]
    public async Task A_first_model_that_is_known_to_be_down_costs_no_time()
    {
        await using var rig = await LlmRig.StartAsync(LlmRig.WithFallback());
        rig.First.Always(ModelFault.Down);
        await rig.AskAsync(rig.Call("one"));
        await rig.AskAsync(rig.Call("two"));
        var asked = rig.First.Journal.Count;
        var began = rig.Clock.GetUtcNow();

        var answer = (await rig.AskAsync(rig.Call("three"))).Value;

        answer.Model.ShouldBe("second");
        rig.First.Journal.Count.ShouldBe(asked);
        (rig.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_server_with_words_of_its_own_is_asked_in_them()
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Always(ModelFault.Picky);

        var answer = (await rig.AskAsync()).Value;

        answer.IsComplete.ShouldBeTrue();
        rig.First.Journal.Count.ShouldBe(3);
        rig.First.Journal.Last().Body.ShouldContain("\"max_completion_tokens\":1500");
        await rig.AskAsync(rig.Call("another"));
        rig.First.Journal.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Fifty_who_ask_the_same_share_one_call_and_its_answer_is_kept_before_they_hear()
    {
        await using var rig = await LlmRig.StartAsync();
        var keeper = new Keeper();
        var call = rig.Call() with { Keeper = keeper };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => rig.AskAsync(call, person: $"web:{i}")));

        outcomes.Where(outcome => !outcome.IsOk).Select(outcome => outcome.Error.Message.Key).ShouldBeEmpty();
        rig.First.Journal.Count.ShouldBe(1);
        keeper.Kept.ShouldNotBeNull().Text.ShouldBe(outcomes[0].Value.Text);
        (await rig.AskAsync(call)).IsOk.ShouldBeTrue();
        rig.First.Journal.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_joins_a_call_over_somebodys_own_file()
    {
        await using var rig = await LlmRig.StartAsync();
        var call = rig.Call();

        await Task.WhenAll(
            rig.AskAsync(call with { Owner = new PersonId("web", "ada") }),
            rig.AskAsync(call with { Owner = new PersonId("web", "bob") }),
            rig.AskAsync(call)
        );

        rig.First.Journal.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Neither_keys_nor_texts_are_in_the_log()
    {
        await using var rig = await LlmRig.StartAsync();
        rig.First.Next(ModelFault.Down, ModelFault.Cut, ModelFault.Unauthorized);
        for (var i = 0; i < 3; i++)
            await rig.AskAsync(rig.Call($"call {i}", "Unmistakable words of the paper."));

        var log = string.Join('\n', rig.Log.From(LogLevel.Debug));

        log.ShouldContain("llm:simulated");
        log.ShouldNotContain("sk-secret");
        log.ShouldNotContain("Unmistakable");
        rig.First.Journal.ShouldAllBe(request => !request.Body.Contains("sk-secret"));
    }

    private sealed class Keeper : IAnswerKeeper
    {
        public ModelAnswer? Kept { get; private set; }

        public Task<ModelAnswer?> FindAsync(ModelFacts model, CancellationToken cancellationToken) =>
            Task.FromResult(Kept);

        public Task KeepAsync(ModelAnswer answer, CancellationToken cancellationToken)
        {
            Kept = answer;
            return Task.CompletedTask;
        }
    }
}
