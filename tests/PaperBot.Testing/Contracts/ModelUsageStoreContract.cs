using PaperBot.Core.Models;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IModelUsageStore"/> keeps.</summary>
public abstract class ModelUsageStoreContract
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IModelUsageStore> CreateAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_add_up_by_day_model_and_purpose()
    {
        var store = await CreateAsync();
        await store.AddAsync(Day, "kimi", "ask", new(100, 10), 5, Token);
        await store.AddAsync(Day, "kimi", "ask", new(200, 20), 7, Token);
        await store.AddAsync(Day, "kimi", "summary", new(1, 2), 0, Token);
        await store.AddAsync(Day, "qwen3:8b", "ask", new(3, 4, IsEstimated: true), 0, Token);
        await store.AddAsync(Day.AddDays(1), "kimi", "ask", new(5, 6), 0, Token);

        (await store.ReadAsync(Day, Token)).ShouldBe([
            new("kimi", "ask", 2, new(300, 30), 12),
            new("kimi", "summary", 1, new(1, 2), 0),
            new("qwen3:8b", "ask", 1, new(3, 4, IsEstimated: true), 0),
        ]);
        (await store.ReadAsync(Day.AddDays(-1), Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task None_of_many_calls_at_once_is_lost()
    {
        var store = await CreateAsync();

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => store.AddAsync(Day, "kimi", "ask", new(10, 1), 1, Token))
        );

        (await store.ReadAsync(Day, Token)).ShouldBe([new("kimi", "ask", 20, new(200, 20), 20)]);
    }

    [Fact]
    public async Task Something_is_noted_once_a_day()
    {
        var store = await CreateAsync();

        (await store.TryNoteAsync(Day, "budget-80", Token)).ShouldBeTrue();
        (await store.TryNoteAsync(Day, "budget-80", Token)).ShouldBeFalse();
        (await store.TryNoteAsync(Day, "budget-100", Token)).ShouldBeTrue();
        (await store.TryNoteAsync(Day.AddDays(1), "budget-80", Token)).ShouldBeTrue();
    }
}
