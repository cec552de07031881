using System.Globalization;
using System.Text;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>Answers of the FAQ in words.</summary>
internal sealed class FaqText(ITexts texts, IPaperLinks links, AnswerWriter writer, NoModelNote notes)
{
    /// <summary>The question with its number, plain text.</summary>
    public string Title(FaqQuestion question, Locale locale) =>
        string.Create(CultureInfo.InvariantCulture, $"{question.Number}. {texts.Get(locale, question.TextKey)}");

    /// <summary>The answer with what it ends with.</summary>
    public string Of(FaqAnswer answer, Locale locale)
    {
        if (answer.Given is { } given)
            return $"{given.Markdown}\n\n{writer.Footer(given, locale)}";
        if (answer.Unread is { } unread)
            return texts.Get(locale, "faq.unread", ("reason", texts.Get(locale, unread.Message)));
        if (answer.Sentences.Count == 0)
            return texts.Get(locale, "faq.nothing");
        var text = new StringBuilder();
        foreach (var sentence in answer.Sentences)
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {PaperText.Escape(sentence.Text)} {Citation.Markdown(sentence.Document, sentence.Passage, links)}\n"
            );
        return text.ToString().TrimEnd();
    }

    /// <summary>What is told below the answers: a newer version, why there is no model's answer, the language.</summary>
    public string Notes(FaqPaper paper, IReadOnlyList<FaqAnswer> answers, Locale locale)
    {
        var lines = new List<string>();
        if (paper.Newer is { } newer)
            lines.Add(texts.Get(locale, "faq.note.newer", ("shown", paper.Version), ("newer", newer)));
        if (answers.FirstOrDefault(answer => answer.Reason is not null)?.Reason is { } reason)
        {
            lines.Add(notes.Of(reason, locale));
            if (locale.IsChinese && !answers.Any(answer => answer.Sentences.Any(s => Language.IsChinese(s.Text))))
                lines.Add(texts.Get(locale, "answer.original"));
        }
        if (answers.Any(answer => answer.Sentences.Any(s => s.Document.Origin == DocumentOrigin.Sample)))
            lines.Add(texts.Get(locale, "faq.note.sample"));
        return string.Join("\n\n", lines.Select(line => $"*{line}*"));
    }

    /// <summary>What stands before the answer that is being written, for those who watch it come.</summary>
    public string Before(IReadOnlyList<FaqAnswer> answers, FaqQuestion next, Locale locale)
    {
        var text = new StringBuilder();
        foreach (var answer in answers)
            text.Append(
                CultureInfo.InvariantCulture,
                $"**{Title(answer.Question, locale)}**\n\n{Of(answer, locale)}\n\n"
            );
        return text.Append(CultureInfo.InvariantCulture, $"**{Title(next, locale)}**\n\n").ToString();
    }
}
