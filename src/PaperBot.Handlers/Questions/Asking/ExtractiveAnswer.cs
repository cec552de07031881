using System.Globalization;
using System.Text;
using PaperBot.Core.Documents;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>
/// An answer without a model: the papers' own sentences that tell most about the question, word for word, each with
/// its place. It says why there is no model's answer.
/// </summary>
internal sealed class ExtractiveAnswer(
    IEvidenceFinder finder,
    IPaperLinks links,
    AskNotes notes,
    NoModelNote reasons,
    ITexts texts
)
{
    private const int MostSentences = 4;
    private const int LongestTitle = 200;

    // What is far behind the best sentence is there by chance.
    private const double LeastShare = 0.4;

    /// <summary>The answer, or the fixed sentence that there is none.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="asked">Over what.</param>
    /// <param name="reason">Why no model answers; null: one could, but nothing bears on the question.</param>
    /// <param name="locale">The reader's language.</param>
    public Reply Of(string question, IReadOnlyList<AskedDocument> asked, Error? reason, Locale locale)
    {
        var documents = asked.Select(one => one.Document).ToList();
        var sentences = reason is null ? [] : finder.Sentences(new(question, documents) { Most = MostSentences });
        var card = new Card("ask") { Title = ShortText.Of(question.ReplaceLineEndings(" "), LongestTitle) };
        if (sentences.Count == 0)
            return Reply.Of(card with { Markdown = Nothing(question, asked, reason, locale) });
        var told = sentences.Where(sentence => sentence.Score >= LeastShare * sentences[0].Score).ToList();
        var text = new StringBuilder();
        foreach (var (sentence, number) in told.Select((sentence, index) => (sentence, index + 1)))
        {
            var mark = documents.Count > 1 ? sentence.Document.Paper?.ToString() : null;
            var place = Citation.Markdown(sentence.Document, sentence.Passage, links, mark);
            text.Append(CultureInfo.InvariantCulture, $"{number}. {MarkdownText.Escape(sentence.Text)} {place}\n");
        }
        text.Append('\n').Append(Notes(asked, reason!, locale));
        return Reply.Of(card with { Markdown = text.ToString(), Actions = [.. Actions(told, locale)] }) with
        {
            Paper = asked.Count == 1 ? asked[0].Id : null,
        };
    }

    private IEnumerable<ReplyAction> Actions(List<TellingSentence> told, Locale locale)
    {
        for (var i = 0; i < told.Count; i++)
            yield return ReplyAction.Run(
                texts.Get(
                    locale,
                    "ask.action.evidence",
                    ("number", i + 1),
                    ("place", Citation.Place(told[i].Document, told[i].Passage))
                ),
                EvidenceHandler.Line(
                    told[i].Document,
                    told[i].Passage,
                    SentenceAround.NumberOf(told[i].Passage, told[i].Text)
                )
            );
    }

    private string Notes(IReadOnlyList<AskedDocument> asked, Error reason, Locale locale)
    {
        var lines = notes.Of(asked, locale, isGenerated: false);
        if (locale.IsChinese && !asked.Any(one => Language.OfDocument(one.Document).IsChinese))
            lines.Add(texts.Get(locale, "answer.original"));
        lines.Add(reasons.Of(reason, locale));
        return string.Join("\n\n", lines.Select(note => $"*{note}*"));
    }

    private string Nothing(string question, IReadOnlyList<AskedDocument> asked, Error? reason, Locale locale)
    {
        var isForeign =
            reason is not null
            && Language.IsChinese(question)
            && !asked.Any(one => Language.OfDocument(one.Document).IsChinese);
        return texts.Get(locale, isForeign ? "ask.nothing.language" : "ask.nothing");
    }
}
