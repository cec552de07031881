using PaperBot.Core.Models;
using PaperBot.Core.Queues;

namespace PaperBot.Tests.Upstreams.Llm;

/// <summary>The day's budget and the shares of persons and places.</summary>
public sealed class ModelBudgetTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spent_budget_says_when_models_come_back()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:DailyBudget", "10000"));
        await rig.Get<IModelUsageStore>().AddAsync(Today, "other", "ask", new(9_000, 1_000), 0, Token);

        var outcome = await rig.AskAsync();

        ModelErrors.IsBudget(outcome.Error).ShouldBeTrue();
        outcome.Error.RetryAt.ShouldBe(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
        ModelErrors.IsBudget((await rig.Model.UnavailableAsync(Token))!).ShouldBeTrue();
        rig.First.Journal.ShouldBeEmpty();

        rig.Clock.Advance(TimeSpan.FromHours(12));

        (await rig.AskAsync()).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_at_once_do_not_run_past_the_budget()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:DailyBudget", "6000"), ("Llm:Concurrency", "8"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => rig.AskAsync(rig.Call($"call {i}"))));

        outcomes.Count(outcome => !outcome.IsOk).ShouldBeGreaterThan(0);
        outcomes.Where(outcome => !outcome.IsOk).ShouldAllBe(outcome => ModelErrors.IsBudget(outcome.Error));
        var budget = await rig.Get<IModelBudget>().ReadAsync(Token);
        budget.Limit.ShouldBe(6_000);
        budget.Taken.ShouldBeLessThanOrEqualTo(6_000 + outcomes.First(one => one.IsOk).Value.Usage.Total);
    }

    [Fact]
    public async Task The_owner_is_told_once_at_80_percent_and_once_at_the_end()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:DailyBudget", "10000"));
        await rig.StartHostedAsync();
        var store = rig.Get<IModelUsageStore>();
        await store.AddAsync(Today, "other", "ask", new(7_000, 100), 0, Token);

        for (var i = 0; i < 10 && (await rig.AskAsync(rig.Call($"call {i}"))).IsOk; i++) { }

        await rig.PumpAsync(Until(() => rig.Told.Count >= 2));
        rig.Told.Select(text => text.Key).ShouldBe(["models.budget.most", "models.budget.spent"]);
        (await store.TryNoteAsync(Today, "budget-80", Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_who_has_had_a_days_share_waits_and_another_does_not()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:PersonQuota", "100"));
        (await rig.AskAsync(rig.Call("one"), person: "web:ada")).IsOk.ShouldBeTrue();
        var took = rig.Clock.GetUtcNow();

        var refused = await rig.AskAsync(rig.Call("two"), person: "web:ada");

        ModelErrors.IsQuota(refused.Error).ShouldBeTrue();
        refused
            .Error.RetryAt.ShouldNotBeNull()
            .ShouldBeInRange(took + TimeSpan.FromHours(23), took + TimeSpan.FromHours(24));
        (await rig.AskAsync(rig.Call("three"), person: "web:bob")).IsOk.ShouldBeTrue();
        rig.Clock.Advance(TimeSpan.FromHours(24));
        (await rig.AskAsync(rig.Call("two"), person: "web:ada")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_place_has_a_share_and_jobs_have_none()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:PlaceQuota", "100"));
        (await rig.AskAsync(rig.Call("one"), person: "web:ada")).IsOk.ShouldBeTrue();

        ModelErrors.IsQuota((await rig.AskAsync(rig.Call("two"), person: "web:bob")).Error).ShouldBeTrue();

        var job = rig.Model.AskAsync(rig.Call("three"), Caller.Job("digests", Urgency.Scheduled), Token);
        (await rig.PumpAsync(job)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Costs_follow_the_prices()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:InputPrice", "2.5"), ("Llm:OutputPrice", "10"));

        var usage = (await rig.AskAsync()).Value.Usage;

        var line = (await rig.Get<IModelUsageStore>().ReadAsync(Today, Token)).ShouldHaveSingleItem();
        line.Cost.ShouldBe((long)Math.Ceiling((usage.InputTokens * 2.5m) + (usage.OutputTokens * 10m)));
    }

    private static async Task<bool> Until(Func<bool> happened)
    {
        while (!happened())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        return true;
    }
}
