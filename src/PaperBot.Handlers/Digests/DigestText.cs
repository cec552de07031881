using System.Text;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// Writes a digest: the first line says how much was announced, how much matches and whether all of it is here, or why
/// there is nothing; then every title, new, cross-listed, replaced and late ones apart.
/// </summary>
internal sealed class DigestText(ITexts texts, PaperLine lines)
{
    private const int MostTitles = 300;

    public PostText Of(DigestFacts facts, IReadOnlyList<DigestPaper> papers, DigestFilter filter)
    {
        var settings = facts.Subscription.Settings;
        var locale = Locale.Parse(settings.Language);
        var text = new StringBuilder(FirstLine(facts, papers, locale));
        text.Append("\n\n").Append(texts.Get(locale, "digest.about", About(facts)));
        var section = -1;
        for (var i = 0; i < papers.Count && i < MostTitles; i++)
        {
            if (Section(papers[i], facts.Subscription.LastDay) is var own && own != section)
            {
                section = own;
                text.Append("\n\n**").Append(texts.Get(locale, $"digest.section.{section}")).Append("**\n");
            }

            text.Append('\n').Append(NumberedLine.Of(i + 1, Entry(papers[i], filter.Include, locale)));
        }

        var day = DayName.Of(facts.Reading.Target);
        return new PostText(
            text.ToString(),
            papers.Count == 0
                ? []
                :
                [
                    new PostAction(
                        texts.Get(locale, "digest.action.all"),
                        $"/arxiv new {settings.Categories} date:{day}"
                    ),
                ]
        );
    }

    /// <summary>0 new, 1 cross-listed, 2 replaced, 3 announced before the last digest and listed late.</summary>
    public static int Section(DigestPaper paper, DateOnly? lastDay) =>
        paper.Day <= lastDay ? 3
        : paper.IsReplacement ? 2
        : paper.Type == AnnounceType.Cross ? 1
        : 0;

    private string FirstLine(DigestFacts facts, IReadOnlyList<DigestPaper> papers, Locale locale)
    {
        var missing = facts.Reading.IsMissing
            ? texts.Get(locale, "digest.missing", ("day", DayName.Of(facts.Reading.Target)))
            : "";
        if (papers.Count == 0 && facts.Announced == 0)
            return missing.Length > 0 ? missing : Quiet(facts, locale);
        var key =
            papers.Count > MostTitles ? "digest.first.some"
            : papers.All(paper => paper.Day <= facts.Subscription.LastDay) && papers.Count > 0 ? "digest.first.late"
            : papers.Count == 0 ? "digest.first.none"
            : "digest.first";
        var line = texts.Get(
            locale,
            key,
            ("announced", facts.Announced),
            ("matched", papers.Count),
            ("shown", Math.Min(papers.Count, MostTitles))
        );
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
        var next = texts.Get(locale, "digest.next", ("at", facts.Next));
        return locale.IsChinese ? sentence + next : sentence + " " + next;
    }

    private string Entry(DigestPaper paper, WordFilter include, Locale locale) =>
        include.IsEmpty
            ? lines.Of(paper.Paper, locale)
            : lines.Of(paper.Paper, locale, include.Mark(paper.Paper.Title));

    private static (string, object?)[] About(DigestFacts facts) =>
        [
            ("categories", MarkdownText.Escape(facts.Subscription.Settings.Categories)),
            ("day", DayName.Of(facts.Reading.Target)),
        ];
}
