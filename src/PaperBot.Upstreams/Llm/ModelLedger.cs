using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// What the models take, against the day's budget. A call is let through while what was taken and what is under way,
/// reckoned at its most, is below the budget; so at most one call's tokens go beyond it in each process.
/// </summary>
internal sealed partial class ModelLedger(
    IModelUsageStore store,
    BudgetNotices notices,
    IOptions<LlmOptions> options,
    TimeProvider time,
    ILogger<ModelLedger> logger
) : IModelBudget
{
    private long _reserved;

    public async Task<ModelBudget> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lines = await store.ReadAsync(DayOf(now), cancellationToken);
        return new(options.Value.DailyBudget, lines.Sum(line => line.Usage.Total), NextDay(now));
    }

    /// <summary>Why no call may be sent now; null: one may.</summary>
    public async Task<Error?> RefusalAsync(CancellationToken cancellationToken)
    {
        if (options.Value.DailyBudget == 0)
            return null;
        var budget = await ReadAsync(cancellationToken);
        return budget.Taken + Interlocked.Read(ref _reserved) >= budget.Limit
            ? ModelErrors.Budget(budget.RenewsAt)
            : null;
    }

    /// <summary>Holds tokens back for a call that is under way.</summary>
    public IDisposable Reserve(long tokens)
    {
        Interlocked.Add(ref _reserved, tokens);
        return new Reservation(this, tokens);
    }

    /// <summary>Writes a call down, and tells the owner when a mark of the budget is passed.</summary>
    public async Task AddAsync(LlmModel model, string purpose, ModelUsage usage)
    {
        var now = time.GetUtcNow();
        // Prices are for a million tokens and costs in millionths: the two cancel out.
        var cost = (usage.InputTokens * model.Options.InputPrice) + (usage.OutputTokens * model.Options.OutputPrice);
        try
        {
            await store.AddAsync(
                DayOf(now),
                model.Facts.Name,
                purpose,
                usage,
                (long)Math.Ceiling(cost),
                CancellationToken.None
            );
            notices.Look(await ReadAsync(CancellationToken.None));
        }
        catch (StorageException exception)
        {
            Log.NotCounted(logger, usage.Total, exception);
        }
    }

    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static DateTimeOffset NextDay(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    private sealed class Reservation(ModelLedger ledger, long tokens) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
                Interlocked.Add(ref ledger._reserved, -tokens);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Tokens} tokens could not be counted.")]
        public static partial void NotCounted(ILogger logger, long tokens, Exception exception);
    }
}
