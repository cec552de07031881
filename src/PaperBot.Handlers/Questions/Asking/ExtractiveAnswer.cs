using System.Globalization;
using System.Text;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>
/// An answer without a model: the papers' own sentences that tell most about the question, word for word, each with
/// its place. It says that no model is configured and how to add one.
/// </summary>
internal sealed class ExtractiveAnswer(IEvidenceFinder finder, IPaperLinks links, ITexts texts)
{
    private const int MostSentences = 4;

    // What is far behind the best sentence is there by chance.
    private const double LeastShare = 0.4;

    public Reply Of(string question, IReadOnlyList<(FoundPaper Paper, PaperDocument Document)> papers, Locale locale)
    {
        var documents = papers.Select(found => found.Document).ToList();
        var sentences = finder.Sentences(new(question, documents) { Most = MostSentences });
        var card = new Card("ask") { Title = Title(question) };
        if (sentences.Count == 0)
            return Reply.Of(card with { Markdown = Nothing(question, papers, locale) });
        var told = sentences.Where(sentence => sentence.Score >= LeastShare * sentences[0].Score).ToList();
        var text = new StringBuilder();
        foreach (var (sentence, number) in told.Select((sentence, index) => (sentence, index + 1)))
        {
            var mark = documents.Count > 1 ? sentence.Document.Paper?.ToString() : null;
            var place = Citation.Markdown(sentence.Document, sentence.Passage, links, mark);
            text.Append(CultureInfo.InvariantCulture, $"{number}. {MarkdownText.Escape(sentence.Text)} {place}\n");
        }
        text.Append('\n').Append(Notes(papers, locale));
        return Reply.Of(card with { Markdown = text.ToString(), Actions = [.. Actions(told, locale)] });
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

    private string Notes(IReadOnlyList<(FoundPaper Paper, PaperDocument Document)> papers, Locale locale)
    {
        var notes = new List<string>();
        foreach (var (paper, document) in papers)
        {
            if (paper.Newer is { } newer)
                notes.Add(texts.Get(locale, "ask.note.newer", ("paper", document.Paper), ("newer", newer)));
            notes.Add(
                texts.Get(
                    locale,
                    $"ask.note.{document.Origin.ToString().ToLowerInvariant()}",
                    ("paper", document.Paper?.ToString())
                )
            );
        }
        if (locale.IsChinese && !papers.Any(found => IsChinese(found.Document)))
            notes.Add(texts.Get(locale, "ask.note.original"));
        notes.Add(texts.Get(locale, "ask.note.extractive"));
        return string.Join("\n\n", notes.Select(note => $"*{note}*"));
    }

    private string Nothing(
        string question,
        IReadOnlyList<(FoundPaper Paper, PaperDocument Document)> papers,
        Locale locale
    )
    {
        var foreign = HasChinese(question) && !papers.Any(found => IsChinese(found.Document));
        return texts.Get(locale, foreign ? "ask.nothing.language" : "ask.nothing");
    }

    private static bool IsChinese(PaperDocument document) =>
        document.Passages.Take(50).Count(passage => HasChinese(passage.Text)) > 10;

    private static bool HasChinese(string text) => text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    private static string Title(string question) => ShortText.Of(question.ReplaceLineEndings(" "), 200);
}
