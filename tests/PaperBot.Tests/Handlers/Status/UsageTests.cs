using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Status;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Status;

public sealed class UsageTests : ILanguageModel, IModelBudget, IModelUsageStore
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private readonly ManualTimeProvider _clock = new();
    private readonly Dictionary<DateOnly, ModelUsageLine[]> _lines = [];
    private ModelBudget _budget = new(2_000_000, 12_345, new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));

    public IReadOnlyList<ModelFacts> Models { get; private set; } = [new("kimi", "api.example", 32_000)];

    [Fact]
    public async Task The_day_stands_by_purpose_against_the_budget()
    {
        _lines[Today] =
        [
            new("kimi", "ask", 2, new(300, 30), 0),
            new("kimi", "faq-problem", 1, new(11_000, 1_015, IsEstimated: true), 0),
        ];
        _lines[Today.AddDays(-1)] = [new("kimi", "ask", 1, new(90, 9), 0)];

        var text = await TextAsync(Locale.English);

        text.ShouldContain(
            $"`kimi`: 12,345 of today's 2,000,000 tokens, 1%. A new day begins at {TimeToken.Of(_budget.RenewsAt)}."
        );
        text.ShouldContain(
            "| For | Model | Calls | Tokens in | Tokens out |\n| --- | --- | ---: | ---: | ---: |\n"
                + $"| {MarkdownText.Escape("faq-problem")} | kimi | 1 | 11,000 | 1,015 |\n| ask | kimi | 2 | 300 | 30 |"
        );
        text.ShouldContain("Yesterday: 1 call, 99 tokens.");
        text.ShouldContain("reckoned from the length");
    }

    [Fact]
    public async Task Costs_stand_beside_where_there_are_prices()
    {
        _lines[Today] = [new("kimi", "ask", 2, new(300, 30), 1_234_567)];

        (await TextAsync(Locale.Chinese)).ShouldContain("| ask | kimi | 2 | 300 | 30 | 1.23 |");
    }

    [Fact]
    public async Task A_spent_day_says_until_when()
    {
        _budget = _budget with { Taken = 2_000_001 };

        var text = await TextAsync(Locale.Chinese);

        text.ShouldContain("今天的 2,000,000 token 已用完（2,000,001）");
        text.ShouldContain("今天还没有调用过模型");
    }

    [Fact]
    public async Task Without_a_model_it_says_how_to_add_one()
    {
        Models = [];

        (await TextAsync(Locale.English)).ShouldContain("docs/models.md");
    }

    Task<ModelBudget> IModelBudget.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(_budget);

    Task<IReadOnlyList<ModelUsageLine>> IModelUsageStore.ReadAsync(DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ModelUsageLine>>(_lines.GetValueOrDefault(day, []));

    Task<Error?> ILanguageModel.UnavailableAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task<Outcome<ModelAnswer>> ILanguageModel.AskAsync(
        ModelCall call,
        Caller caller,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    Task IModelUsageStore.AddAsync(
        DateOnly day,
        string model,
        string purpose,
        ModelUsage usage,
        long cost,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    Task<bool> IModelUsageStore.TryNoteAsync(DateOnly day, string notice, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async Task<string> TextAsync(Locale locale) =>
        (await new UsageHandler(this, this, this, HandlerRig.Texts, _clock).AskAsync("/usage", locale)).Text();
}
