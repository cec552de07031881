using PaperBot.Core.Models;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>Makes out of a model's raw text what may be shown, and says what was taken out of it.</summary>
internal sealed class AnswerWriter(AnswerCheck check, ITexts texts)
{
    private const int ShortAnswer = 160;
    private static readonly string[] Nothing = ["the passages do not answer this", "所给片段没有回答这个问题"];

    /// <summary>The answer so far, for the person who waits.</summary>
    public string Draft(AskedModel asked, string text) =>
        asked.Order.Documents.Count == 0
            ? AnswerCheck.Unlinked(text)
            : check.Of(text, asked.Order.Documents, asked.Sent, asked.Order.Language, isDraft: true).Markdown;

    /// <summary>The answer as it is kept; null when it is not worth keeping.</summary>
    public KeptAnswer? Kept(AskedModel asked, ModelAnswer answer) =>
        Given(asked, answer) is { } given
            ? new KeptAnswer(
                asked.Order.Paper,
                asked.Order.Question,
                asked.Order.Language,
                answer.Model,
                asked.Prompt.Version,
                given.Markdown,
                answer.At
            )
            {
                Evidence = given.Cited.Count == 0 ? null : CitedPlace.Write(given.Cited),
            }
            : null;

    /// <summary>The answer as it is shown; null when nothing of it can be.</summary>
    public GivenAnswer? Given(AskedModel asked, ModelAnswer answer)
    {
        var order = asked.Order;
        var given = new GivenAnswer("", order.Paper, answer.Model, answer.At);
        if (order.Documents.Count == 0)
        {
            var plain = AnswerCheck.Unlinked(answer.Text).Trim();
            return plain.Length == 0 ? null : given with { Markdown = plain + EndNote(answer, order.Language) };
        }
        var several = order.Documents.Count > 1;
        var checkedAnswer = check.Of(answer.Text, order.Documents, asked.Sent, order.Language);
        if (checkedAnswer.Markdown.Length == 0)
            return null;
        if (SaysNothing(checkedAnswer))
            return given with { Markdown = texts.Get(order.Language, "answer.nothing") };
        return given with
        {
            Markdown =
                checkedAnswer.Markdown + Removed(checkedAnswer, order.Language) + EndNote(answer, order.Language),
            Cited = CitedPlace.Of(checkedAnswer, several),
        };
    }

    /// <summary>What every generated answer ends with: model, date, version, and that it was generated.</summary>
    public string Footer(GivenAnswer answer, Locale locale) =>
        "*"
        + texts.Get(
            locale,
            "answer.footer",
            ("model", MarkdownText.Escape(answer.Model)),
            ("date", DayName.Of(answer.At)),
            ("paper", answer.Paper.Replace(",", ", ", StringComparison.Ordinal))
        )
        + "*";

    private static bool SaysNothing(CheckedAnswer answer)
    {
        if (answer.Cited.Count > 0 || answer.Markdown.Length > ShortAnswer)
            return false;
        var said = answer.Markdown.ToLowerInvariant();
        return Nothing.Any(sentence => said.Contains(sentence, StringComparison.Ordinal));
    }

    private string Removed(CheckedAnswer answer, Locale locale)
    {
        var made = answer.UnknownKeys + answer.Links;
        if (made == 0 && answer.FalseQuotes == 0)
            return "";
        var note = texts.Get(
            locale,
            "answer.removed",
            ("keys", answer.UnknownKeys),
            ("quotes", answer.FalseQuotes),
            ("links", answer.Links)
        );
        return $"\n\n*{note}*";
    }

    private string EndNote(ModelAnswer answer, Locale locale) =>
        answer.End switch
        {
            AnswerEnd.Complete => "",
            AnswerEnd.Length => $"\n\n*{texts.Get(locale, "answer.end.length")}*",
            AnswerEnd.Filtered => $"\n\n*{texts.Get(locale, "answer.end.filtered")}*",
            _ => $"\n\n*{texts.Get(locale, "answer.end.cut")}*",
        };
}
