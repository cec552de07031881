using PaperBot.Core.Commands;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Status;

/// <summary>For owners: what the language models took today and yesterday, against the day's budget.</summary>
internal sealed class UsageHandler(
    ILanguageModel models,
    IModelBudget budgets,
    IModelUsageStore usage,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    private const double Millionth = 1_000_000;

    public CommandSpec Spec { get; } =
        new("usage")
        {
            Aliases = ["用量"],
            WhoMay = WhoMay.Administrators,
            Visibility = Visibility.Private,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var budget = await budgets.ReadAsync(cancellationToken);
        var lines = await usage.ReadAsync(today, cancellationToken);
        var before = await usage.ReadAsync(today.AddDays(-1), cancellationToken);
        string[] parts =
        [
            Headline(budget, locale),
            Table(lines, locale),
            before.Count == 0 ? "" : texts.Get(locale, "usage.before", Values(before)),
            lines.Any(line => line.Usage.IsEstimated) ? texts.Get(locale, "usage.estimated") : "",
        ];
        return Reply.Of(
            new Card("usage")
            {
                Title = texts.Get(locale, "usage.title"),
                Markdown = string.Join("\n\n", parts.Where(part => part.Length > 0)),
                Actions = [ReplyAction.Run(texts.Get(locale, "about.status"), "/status")],
            }
        );
    }

    private string Headline(ModelBudget budget, Locale locale)
    {
        if (models.Models.Count == 0)
            return texts.Get(locale, "usage.none");
        var key =
            budget.Limit == 0 ? "usage.nolimit"
            : budget.IsSpent ? "usage.spent"
            : "usage.today";
        return texts.Get(
            locale,
            key,
            ("models", string.Join(", ", models.Models.Select(model => MarkdownText.Code(model.Name)))),
            ("taken", budget.Taken),
            ("limit", budget.Limit),
            ("part", budget.Limit == 0 ? 0 : (double)budget.Taken / budget.Limit),
            ("time", budget.RenewsAt)
        );
    }

    private string Table(IReadOnlyList<ModelUsageLine> lines, Locale locale)
    {
        if (lines.Count == 0)
            return texts.Get(locale, "usage.nothing");
        var costs = lines.Any(line => line.Cost > 0);
        var rows = lines
            .OrderByDescending(line => line.Usage.Total)
            .Select(line =>
                $"| {MarkdownText.Escape(line.Purpose)} | {MarkdownText.Escape(line.Model)} "
                + $"| {Number(line.Calls, locale)} | {Number(line.Usage.InputTokens, locale)} "
                + $"| {Number(line.Usage.OutputTokens, locale)} |"
                + (costs ? $" {(line.Cost / Millionth).ToString("N2", locale.Culture)} |" : "")
            );
        var head = texts.Get(locale, costs ? "usage.head.cost" : "usage.head");
        var rule = costs ? "| --- | --- | ---: | ---: | ---: | ---: |" : "| --- | --- | ---: | ---: | ---: |";
        return string.Join('\n', rows.Prepend(rule).Prepend(head));
    }

    private static (string, object?)[] Values(IReadOnlyList<ModelUsageLine> lines) =>
        [("calls", lines.Sum(line => line.Calls)), ("tokens", lines.Sum(line => line.Usage.Total))];

    private static string Number(long number, Locale locale) => number.ToString("N0", locale.Culture);
}
