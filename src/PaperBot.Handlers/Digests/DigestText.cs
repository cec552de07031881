using System.Globalization;
using System.Text;
using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// Writes a digest: the first line says how much was announced, how much matches and that all of it is here, or why
/// there is nothing; then every title, new, cross-listed, replaced and late ones apart.
/// </summary>
internal sealed class DigestText(ITexts texts, PaperLine lines, ReasonText reasons, DigestCards cards)
{
    /// <summary>The section of papers that were announced before the last digest and listed late.</summary>
    public const int LateSection = 3;

    private const int MostTitles = 2_000;
    private const int MostCards = 20;

    public async Task<PostText> OfAsync(
        DigestFacts facts,
        IReadOnlyList<DigestPaper> papers,
        CancellationToken cancellationToken
    )
    {
        var settings = facts.Subscription.Settings;
        var locale = Locale.Parse(settings.Language);
        var head = new StringBuilder(FirstLine(facts, papers, locale));
        head.Append("\n\n").Append(texts.Get(locale, "digest.about", About(facts)));
        var numbered = papers.Take(MostTitles).Select((paper, i) => (Paper: paper, Number: i + 1)).ToList();
        var carded =
            settings.Style == DigestStyle.Cards
                ? numbered.Where(one => one.Paper.Summary is not null).Take(MostCards).ToList()
                : [];
        var list = List(facts, [.. numbered.Except(carded)], locale);
        var actions = Actions(facts, papers, locale);
        if (carded.Count == 0)
            return new PostText(head.Append(list).ToString(), actions) { Role = settings.Role };
        var shown = await cards.OfAsync(
            carded.Select(one => (one.Paper, Heading(one.Paper, one.Number, facts.Subscription.LastDay, locale))),
            facts.Subscription.Place.Id,
            locale,
            cancellationToken
        );
        IEnumerable<PostCard> more = shown.Select(card => new PostCard(
            card.Key,
            card.Title,
            card.Link?.AbsoluteUri,
            card.Markdown,
            [.. card.Actions.Select(PostAction.Of)]
        ));
        if (list.Length > 0)
            more = more.Append(new PostCard("others", null, null, list.TrimStart(), []));
        return new PostText(head.ToString(), actions) { Role = settings.Role, More = [.. more] };
    }

    /// <summary>0 new, 1 cross-listed, 2 replaced, <see cref="LateSection"/>.</summary>
    public static int Section(DigestPaper paper, DateOnly? lastDay) =>
        paper.Day <= lastDay ? LateSection
        : paper.IsReplacement ? 2
        : paper.Type == AnnounceType.Cross ? 1
        : 0;

    private string List(DigestFacts facts, List<(DigestPaper Paper, int Number)> papers, Locale locale)
    {
        var filter = new DigestFilter(facts.Subscription.Settings);
        var text = new StringBuilder();
        var section = -1;
        foreach (var (paper, number) in papers)
        {
            if (Section(paper, facts.Subscription.LastDay) is var own && own != section)
            {
                section = own;
                text.Append("\n\n**").Append(texts.Get(locale, $"digest.section.{section}")).Append("**\n");
            }

            text.Append('\n').Append(NumberedLine.Of(number, Entry(paper, filter.Include, locale)));
        }

        return text.ToString();
    }

    private string FirstLine(DigestFacts facts, IReadOnlyList<DigestPaper> papers, Locale locale)
    {
        var missing = facts.Reading.IsMissing
            ? texts.Get(locale, "digest.missing", ("day", DayName.Of(facts.Reading.Target)))
            : "";
        if (papers.Count == 0 && facts.Announced == 0)
            return missing.Length > 0 ? missing : Quiet(facts, locale);
        var key =
            papers.Count > MostTitles ? "digest.first.some"
            : papers.Count > 0 && papers.All(paper => paper.Day <= facts.Subscription.LastDay) ? "digest.first.late"
            : papers.Count == 0 ? "digest.first.none"
            : "digest.first";
        var line = texts.Get(
            locale,
            key,
            ("announced", facts.Announced),
            ("matched", papers.Count),
            ("shown", Math.Min(papers.Count, MostTitles))
        );
        if (papers.Count == 0)
            line +=
                (locale.IsChinese ? "" : " ")
                + texts.Get(locale, "digest.next", ("at", DigestClock.Word(facts.Next, facts.Subscription.Settings)));
        return missing.Length > 0 ? line + "\n\n" + missing : line;
    }

    private string Quiet(DigestFacts facts, Locale locale)
    {
        var reason = facts.Reading.Quiet ?? QuietReason.NothingHere;
        var sentence = texts.Get(
            locale,
            $"announce.quiet.{reason.ToString().ToLowerInvariant()}",
            ("day", DayName.Of(facts.Reading.Target)),
            ("categories", MarkdownText.Escape(facts.Subscription.Settings.Categories))
        );
        var next = texts.Get(locale, "digest.next", ("at", DigestClock.Word(facts.Next, facts.Subscription.Settings)));
        return locale.IsChinese ? sentence + next : sentence + " " + next;
    }

    private string Heading(DigestPaper paper, int number, DateOnly? lastDay, Locale locale) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"**{number}** {texts.Get(locale, $"digest.section.{Section(paper, lastDay)}")}"
        );

    private string Entry(DigestPaper paper, WordFilter include, Locale locale)
    {
        var line = include.IsEmpty
            ? lines.Of(paper.Paper, locale)
            : lines.Of(paper.Paper, locale, include.Mark(paper.Paper.Title));
        if (paper.Summary is { } summary)
            line += "  \n" + summary.Markdown.ReplaceLineEndings(" ");
        var why = paper.Reasons.Where(reason => reason.Kind != ReasonText.Late).ToList();
        return why.Count == 0 ? line : $"{line}  \n*{reasons.Of(why, locale, withPoints: false)}*";
    }

    private List<PostAction> Actions(DigestFacts facts, IReadOnlyList<DigestPaper> papers, Locale locale)
    {
        var actions = new List<PostAction>();
        if (papers.Count > 0 && facts.Day is { } day)
            actions.Add(
                new PostAction(
                    texts.Get(locale, "digest.action.cards"),
                    $"/digest show {facts.Subscription.Id} day:{DayName.Of(day)}"
                )
            );
        if (papers.Count > 0)
            actions.Add(
                new PostAction(
                    texts.Get(locale, "digest.action.all"),
                    $"/arxiv new {facts.Subscription.Settings.Categories} date:{DayName.Of(facts.Reading.Target)}"
                )
            );
        return actions;
    }

    private static (string, object?)[] About(DigestFacts facts) =>
        [
            ("categories", MarkdownText.Escape(facts.Subscription.Settings.Categories)),
            ("day", DayName.Of(facts.Reading.Target)),
        ];
}
