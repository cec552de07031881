using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Readers;

/// <summary><c>/digest top</c>: what was voted for and opened most in this place.</summary>
internal sealed class TopHandler(
    IPaperUseStore uses,
    SavedPapers papers,
    PaperLine lines,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    private const int Most = 20;

    // A vote says more than three looks.
    private const int VoteWeight = 3;

    public CommandSpec Spec { get; } =
        new("digest top")
        {
            Aliases = ["日报 排行", "日报排行"],
            Parameters =
            [
                new Parameter("period", ParameterKind.Choice)
                {
                    Positional = true,
                    Aliases = ["时段"],
                    Choices = [new Choice("week", "周", "本周", "一周"), new Choice("month", "月", "本月", "一个月")],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var period = request.Text("period") ?? "week";
        var since = time.GetUtcNow() - TimeSpan.FromDays(period == "month" ? 30 : 7);
        var top = (await uses.SinceAsync(request.Place.Id, since, cancellationToken))
            .Where(used => Score(used) > 0)
            .OrderByDescending(Score)
            .ThenByDescending(used => used.Paper.ToString(), StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        if (top.Count == 0)
            return Errors.NotFound("reader.top.none");
        var ids = top.ConvertAll(used => used.Paper);
        var records = await papers.FindAsync(ids, request.Caller, cancellationToken);
        var entries = top.Select(
            (used, i) =>
            {
                var line = records.TryGetValue(used.Paper, out var paper) ? lines.Of(paper, locale) : $"`{used.Paper}`";
                return NumberedLine.Of(i + 1, $"{line}{texts.Get(locale, "paper.list.dot")}{Counts(used, locale)}");
            }
        );
        var other = period == "week" ? "month" : "week";
        return Reply.Of(
            new Card("top")
            {
                Markdown = texts.Get(locale, $"reader.top.{period}") + "\n\n" + string.Join('\n', entries),
                Actions =
                [
                    ReplyAction.Run(
                        texts.Get(locale, $"reader.top.{other}.action"),
                        $"/digest top {other}",
                        ActionEffect.ReplaceInPlace
                    ),
                ],
            }
        ) with
        {
            Choices = [.. ids.Select(id => $"/paper {id}")],
        };
    }

    private string Counts(PaperUses used, Locale locale)
    {
        var parts = new List<string>();
        if (used.Of(PaperUseKind.Up) is > 0 and var votes)
            parts.Add($"👍 {votes}");
        if (used.Opens is > 0 and var opens)
            parts.Add(texts.Get(locale, "reader.top.opens", ("count", opens)));
        return string.Join(texts.Get(locale, "paper.list.dot"), parts);
    }

    private static int Score(PaperUses used) => VoteWeight * used.Votes + used.Opens;
}
