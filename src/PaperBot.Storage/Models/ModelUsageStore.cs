using System.Globalization;
using PaperBot.Core.Models;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Models;

/// <summary>One row for each day, model and purpose, added to in place.</summary>
internal sealed class ModelUsageStore(Database database) : IModelUsageStore
{
    private const int LongestName = 200;

    public Task AddAsync(
        DateOnly day,
        string model,
        string purpose,
        ModelUsage usage,
        long cost,
        CancellationToken cancellationToken
    )
    {
        var row = new
        {
            day = Day(day),
            model = StoredText.Of(model, LongestName),
            purpose = StoredText.Of(purpose, LongestName),
            input = usage.InputTokens,
            output = usage.OutputTokens,
            estimated = usage.IsEstimated ? 1L : 0L,
            cost,
        };
        return database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "INSERT INTO model_usage "
                        + "(day, model, purpose, calls, input_tokens, output_tokens, estimated, cost) "
                        + "VALUES (@day, @model, @purpose, 1, @input, @output, @estimated, @cost) "
                        + "ON CONFLICT (day, model, purpose) DO UPDATE SET calls = model_usage.calls + 1, "
                        + "input_tokens = model_usage.input_tokens + excluded.input_tokens, "
                        + "output_tokens = model_usage.output_tokens + excluded.output_tokens, "
                        + "estimated = model_usage.estimated + excluded.estimated, "
                        + "cost = model_usage.cost + excluded.cost",
                    row
                ),
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<ModelUsageLine>> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<Row>(
                    "SELECT model AS Model, purpose AS Purpose, calls AS Calls, input_tokens AS Input, "
                        + "output_tokens AS Output, estimated AS Estimated, cost AS Cost FROM model_usage "
                        + "WHERE day = @day ORDER BY model, purpose",
                    new { day = Day(day) }
                ),
            cancellationToken
        );
        return
        [
            .. rows.Select(row => new ModelUsageLine(
                row.Model,
                row.Purpose,
                row.Calls,
                new(row.Input, row.Output, row.Estimated > 0),
                row.Cost
            )),
        ];
    }

    public async Task<bool> TryNoteAsync(DateOnly day, string notice, CancellationToken cancellationToken)
    {
        var row = new { day = Day(day), notice = StoredText.Of(notice, LongestName) };
        return await database.WriteAsync(
                session =>
                    session.ExecuteAsync(
                        "INSERT INTO model_notices (day, notice) VALUES (@day, @notice) "
                            + "ON CONFLICT (day, notice) DO NOTHING",
                        row
                    ),
                cancellationToken
            ) > 0;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Model { get; init; } = "";

        public string Purpose { get; init; } = "";

        public long Calls { get; init; }

        public long Input { get; init; }

        public long Output { get; init; }

        public long Estimated { get; init; }

        public long Cost { get; init; }
    }
}
