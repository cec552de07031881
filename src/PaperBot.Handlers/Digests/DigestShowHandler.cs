using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Readers;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest show</c>: the papers of a digest as cards, with everything that can be done with each.</summary>
internal sealed class DigestShowHandler(
    DigestFinder finder,
    ISubscriptionStore store,
    SavedPapers papers,
    DigestSummaries summaries,
    DigestCards cards,
    ITexts texts
) : ICommandHandler
{
    private const int PageSize = 5;

    public CommandSpec Spec { get; } =
        new("digest show")
        {
            Aliases = ["日报 查看", "日报查看"],
            Parameters =
            [
                DigestFinder.Parameter,
                new Parameter("day") { Aliases = ["日期"], MaxLength = 20 },
                new Parameter("page", ParameterKind.Integer)
                {
                    Aliases = ["页"],
                    Minimum = 1,
                    Maximum = 1_000,
                },
            ],
            Visibility = Visibility.Private,
            Budget = TimeSpan.FromSeconds(30),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var found = await finder.FindAsync(request, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var subscription = found.Value;
        var day = subscription.LastRun;
        if (request.Text("day") is { } typed)
            day = DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var named) ? named : null;
        if (day is not { } shown)
            return Errors.NotFound("digest.day.none");
        var all = await store.PapersAsync(subscription.Id, shown, cancellationToken);
        if (all.Count == 0)
            return Errors.NotFound("digest.day.none");
        var page = (int)(request.Arguments.Integer("page") ?? 1);
        var pages = (all.Count + PageSize - 1) / PageSize;
        if (page > pages)
            return Errors.UserInput("list.page", ("page", page), ("pages", pages));
        var told = all.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var ids = told.ConvertAll(paper => paper.Paper.WithoutVersion);
        var records = await papers.FindAsync(ids, request.Caller, cancellationToken);
        var entries = await Task.WhenAll(
            told.Where(paper => records.ContainsKey(paper.Paper.WithoutVersion))
                .Select(paper => EntryAsync(paper, records[paper.Paper.WithoutVersion], locale, cancellationToken))
        );
        var heading = new Card("digest")
        {
            Markdown = texts.Get(
                locale,
                "digest.show",
                ("categories", MarkdownText.Escape(subscription.Settings.Categories)),
                ("day", DayName.Of(shown)),
                ("count", all.Count),
                ("page", page),
                ("pages", pages)
            ),
            Actions = PageActions.Of(
                page,
                pages,
                number => $"/digest show {subscription.Id} day:{DayName.Of(shown)} page:{number}",
                texts,
                locale
            ),
        };
        return new Reply([heading, .. await cards.OfAsync(entries, request.Place.Id, locale, cancellationToken)])
        {
            Visibility = Visibility.Private,
        };
    }

    private async Task<(DigestPaper, string)> EntryAsync(
        DeliveredPaper delivered,
        Paper record,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var paper = new DigestPaper(record, delivered.Type, delivered.Announced)
        {
            Reasons = ReasonText.Read(delivered.Reasons),
            Summary = await summaries.OfAsync(record, locale, cancellationToken),
        };
        var section = texts.Get(locale, $"digest.section.{DigestText.Section(paper, null)}");
        return (paper, string.Create(CultureInfo.InvariantCulture, $"**{delivered.Position}** {section}"));
    }
}
