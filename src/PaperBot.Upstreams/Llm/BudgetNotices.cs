using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// Tells the bot's administrators, once a day each, that most of the day's budget is taken and that all of it is. Beside
/// the calls, so that no answer waits for a message to be sent.
/// </summary>
internal sealed partial class BudgetNotices(
    IModelUsageStore store,
    IOptions<LlmOptions> options,
    IServiceProvider services,
    ILogger<BudgetNotices> logger
) : BackgroundService
{
    private const int Most = 80;
    private const int All = 100;

    // No platform's place, so that the named administrators are told.
    private static readonly Place Models = new(new PlaceId("bot", "models"), PlaceKind.Group);

    private readonly Channel<(int Percent, ModelBudget Budget)> _marks = Channel.CreateBounded<(int, ModelBudget)>(
        new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest }
    );

    private DateTimeOffset _day;
    private int _passed;

    /// <summary>Notes how the day stands after a call.</summary>
    public void Look(ModelBudget budget)
    {
        if (budget.Limit == 0)
            return;
        var percent = budget.Taken * 100 / budget.Limit;
        var mark =
            percent >= All ? All
            : percent >= Most ? Most
            : 0;
        lock (_marks)
        {
            if (_day != budget.RenewsAt)
                (_day, _passed) = (budget.RenewsAt, 0);
            if (mark <= _passed)
                return;
            _passed = mark;
        }

        _marks.Writer.TryWrite((mark, budget));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (percent, budget) in _marks.Reader.ReadAllAsync(stoppingToken))
            try
            {
                await TellAsync(percent, budget, stoppingToken);
            }
            catch (StorageException exception)
            {
                Log.NotTold(logger, percent, exception);
            }
    }

    private async Task TellAsync(int percent, ModelBudget budget, CancellationToken cancellationToken)
    {
        Log.Passed(logger, percent, budget.Taken, budget.Limit);
        var day = DateOnly.FromDateTime(budget.RenewsAt.UtcDateTime.AddDays(-1));
        var notice = string.Create(CultureInfo.InvariantCulture, $"budget-{percent}");
        // Asked for late: the way out belongs to the platforms, which know the handlers, which ask the models.
        if (
            services.GetService(typeof(IOwnerNotices)) is not IOwnerNotices notices
            || !await store.TryNoteAsync(day, notice, cancellationToken)
        )
            return;
        var text = Message.Of(
            percent == All ? "models.budget.spent" : "models.budget.most",
            ("percent", percent),
            ("taken", budget.Taken),
            ("limit", options.Value.DailyBudget),
            ("time", budget.RenewsAt)
        );
        await notices.TellAsync(
            Models,
            string.Create(CultureInfo.InvariantCulture, $"{notice}-{day:yyyyMMdd}"),
            text,
            cancellationToken
        );
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "{Percent} % of the day's budget for models is taken: {Taken} of {Limit} tokens."
        )]
        public static partial void Passed(ILogger logger, int percent, long taken, long limit);

        [LoggerMessage(2, LogLevel.Warning, "Nobody could be told that {Percent} % of the day's budget is taken.")]
        public static partial void NotTold(ILogger logger, int percent, Exception exception);
    }
}
