using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>Says why an answer is not by a model, and what to do about it.</summary>
internal sealed class NoModelNote(ITexts texts)
{
    public string Of(Error reason, Locale locale)
    {
        if (ModelErrors.IsNone(reason))
            return texts.Get(locale, "answer.none");
        if (ModelErrors.IsBudget(reason) && reason.RetryAt is { } back)
            return texts.Get(locale, "answer.budget", ("time", back));
        return texts.Get(locale, "answer.failed", ("reason", texts.Get(locale, reason.Message)));
    }
}
