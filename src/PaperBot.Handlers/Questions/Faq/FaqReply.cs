using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>
/// The FAQ as a reply. Where others read along it is one message with six buttons and one answer at a time; in a
/// thread, a direct chat and on the page all six stand below each other.
/// </summary>
internal sealed class FaqReply(FaqText text, ITexts texts)
{
    private const int EvidenceOfOne = 4;
    private const int EvidenceOfSix = 2;

    /// <summary>Whether a place is for all six at once.</summary>
    public static bool IsForAll(Place place) => place.Kind != PlaceKind.Group;

    /// <summary>The line that shows the FAQ.</summary>
    public static string Line(string paper, Locale language, FaqQuestion? question = null) =>
        $"/{FaqHandler.Name} {paper}"
        + (question is null ? "" : $" question:{question.Name}")
        + $" lang:{(language.IsChinese ? "zh" : "en")}";

    /// <summary>One answer with buttons for the others.</summary>
    public Reply One(FaqPaper paper, FaqAnswer answer, Locale locale)
    {
        var notes = text.Notes(paper, [answer], locale);
        var card = new Card("faq:" + paper.Version)
        {
            Title = PaperText.Of(paper.Found.Paper.Title),
            Markdown =
                $"**{text.Title(answer.Question, locale)}**\n\n{text.Of(answer, locale)}"
                + (notes.Length > 0 ? "\n\n" + notes : ""),
            Actions =
            [
                .. FaqQuestion.All.Select(question =>
                    ReplyAction.Run(
                        Label(question, question == answer.Question, locale),
                        Line(paper.Version.ToString(), locale, question),
                        ActionEffect.ReplaceInPlace
                    )
                ),
                .. Evidence(answer, EvidenceOfOne, locale),
                .. Further(paper, locale, answer.Question),
            ],
        };
        return Reply.Of(card) with { Paper = paper.Version };
    }

    /// <summary>All answers.</summary>
    public Reply All(FaqPaper paper, IReadOnlyList<FaqAnswer> answers, Locale locale)
    {
        var notes = text.Notes(paper, answers, locale);
        var cards = answers.Select(answer => new Card("faq:" + answer.Question.Name)
        {
            Title = text.Title(answer.Question, locale),
            Markdown = text.Of(answer, locale),
            Actions = [.. Evidence(answer, EvidenceOfSix, locale)],
        });
        var end = new Card("faq:end")
        {
            Markdown = notes.Length > 0 ? notes : texts.Get(locale, "faq.end", ("paper", paper.Version)),
            Actions = [.. Further(paper, locale, null)],
        };
        return new Reply([.. cards, end]) { Paper = paper.Version };
    }

    private string Label(FaqQuestion question, bool isShown, Locale locale)
    {
        var label = texts.Get(locale, question.LabelKey);
        return isShown ? texts.Get(locale, "faq.label.shown", ("label", label)) : label;
    }

    private IEnumerable<ReplyAction> Evidence(FaqAnswer answer, int most, Locale locale)
    {
        var places = answer.Given is { } given
            ? given.Cited.Select(cited => (cited.Place, cited.Line))
            : answer.Sentences.Select(found =>
                (
                    Citation.Place(found.Document, found.Passage),
                    EvidenceHandler.Line(
                        found.Document,
                        found.Passage,
                        SentenceAround.NumberOf(found.Passage, found.Text)
                    )
                )
            );
        return places
            .Take(most)
            .Select(
                (place, index) =>
                    ReplyAction.Run(
                        texts.Get(locale, "ask.action.evidence", ("number", index + 1), ("place", place.Item1)),
                        place.Item2
                    )
            );
    }

    private IEnumerable<ReplyAction> Further(FaqPaper paper, Locale locale, FaqQuestion? question)
    {
        if (paper.Newer is { } newer)
            yield return ReplyAction.Run(
                texts.Get(locale, "faq.action.refresh", ("version", newer.Version)),
                Line(newer.ToString(), locale, question),
                ActionEffect.ReplaceInPlace
            );
        var other = locale.IsChinese ? Locale.English : Locale.Chinese;
        yield return ReplyAction.Run(
            texts.Get(locale, "faq.action.language"),
            Line(paper.Version.ToString(), other, question),
            ActionEffect.ReplaceInPlace
        );
        yield return ReplyAction.Run(texts.Get(locale, "ask.action"), $"/ask {paper.Version} {CommandLine.Ask}");
    }
}
