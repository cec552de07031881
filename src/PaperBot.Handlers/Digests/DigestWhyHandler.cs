using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// <c>/digest why</c>: at which place a paper stood in the digests here and which points put it there, or why it was not
/// there.
/// </summary>
internal sealed class DigestWhyHandler(
    ISubscriptionStore store,
    IPaperStore papers,
    ReasonText reasonTexts,
    ITexts texts
) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest why")
        {
            Aliases = ["日报 为什么", "日报为什么"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["论文"],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        if (!ArxivId.TryParse(typed, out var id))
            return Errors.UserInput("digest.paper", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
        var all = (await store.OfPlaceAsync(request.Place.Id, cancellationToken))
            .Where(one => one.Settings.Blog is null)
            .ToList();
        if (all.Count == 0)
            return Errors.NotFound("digest.none");
        var known = await papers.FindAsync([id.WithoutVersion], cancellationToken);
        var lines = new List<string>();
        foreach (var subscription in all)
        {
            var key = id.Version is { } version ? Versioned(id, version) : id.Paper;
            var found =
                await store.WhereAsync(subscription.Id, key, cancellationToken)
                ?? await store.WhereAsync(subscription.Id, id.Paper, cancellationToken);
            lines.Add(
                found is null
                    ? Absent(subscription, known.Count > 0 ? known[0].Paper : null, request.Locale)
                    : await PresentAsync(subscription, found, request.Locale, cancellationToken)
            );
        }

        return Reply.Of(string.Join("\n", lines));
    }

    private async Task<string> PresentAsync(
        DigestSubscription subscription,
        DeliveredPaper found,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var reasons = ReasonText.Read(found.Reasons);
        var points = reasons.Sum(reason => reason.Weight);
        var section = SectionOf(found);
        var others = (await store.PapersAsync(subscription.Id, found.Delivery.Day, cancellationToken))
            .Where(other => other.Delivery == found.Delivery && SectionOf(other) == section)
            .ToList();
        var above = others.Count(other => other.Position < found.Position);
        var equal = others.Count(other => other.Key != found.Key && Same(PointsOf(other), points));
        var line = texts.Get(
            locale,
            "digest.why",
            ("id", subscription.Id),
            ("categories", MarkdownText.Escape(subscription.Settings.Categories)),
            ("day", DayName.Of(found.Delivery.Day)),
            ("announced", DayName.Of(found.Announced)),
            ("position", found.Position.ToString(CultureInfo.InvariantCulture)),
            ("section", texts.Get(locale, $"digest.section.{section}")),
            ("place", above + 1),
            ("count", others.Count),
            ("points", points.ToString("0.#", CultureInfo.InvariantCulture)),
            (
                "reasons",
                reasons.Count == 0
                    ? texts.Get(locale, "digest.reason.none")
                    : reasonTexts.Of(reasons, locale, withPoints: true)
            )
        );
        return equal == 0 ? line : line + texts.Get(locale, "digest.why.equal", ("count", equal));
    }

    private string Absent(DigestSubscription subscription, Paper? paper, Locale locale)
    {
        var settings = subscription.Settings;
        var filter = new DigestFilter(settings);
        var why =
            paper is null ? texts.Get(locale, "digest.absent.unlisted")
            : CategorySelection.Parse(settings.Categories).Excludes(paper.Categories)
                ? texts.Get(locale, "digest.absent.category")
            : paper.Categories.Count > 0 && !CategorySelection.Parse(settings.Categories).Matches(paper.Categories)
                ? texts.Get(
                    locale,
                    "digest.absent.other",
                    ("own", MarkdownText.Escape(string.Join(", ", paper.Categories)))
                )
            : filter.Excluded(paper) is { } word
                ? texts.Get(locale, "digest.absent.word", ("word", MarkdownText.Escape(word)))
            : filter.Match(new DigestPaper(paper, AnnounceType.New, default)) is null
                ? texts.Get(locale, "digest.absent.unwanted")
            : texts.Get(locale, "digest.absent.unlisted");
        return texts.Get(
            locale,
            "digest.why.not",
            ("id", subscription.Id),
            ("categories", MarkdownText.Escape(settings.Categories)),
            ("why", why)
        );
    }

    private static int SectionOf(DeliveredPaper paper) =>
        ReasonText.Read(paper.Reasons).Any(reason => reason.Kind == ReasonText.Late) ? DigestText.LateSection
        : paper.Type is AnnounceType.Replace or AnnounceType.ReplaceCross ? 2
        : paper.Type == AnnounceType.Cross ? 1
        : 0;

    private static double PointsOf(DeliveredPaper paper) => ReasonText.Read(paper.Reasons).Sum(reason => reason.Weight);

    private static bool Same(double one, double other) => Math.Abs(one - other) < 0.005;

    private static string Versioned(ArxivId id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{id.Paper}@{version}");
}
