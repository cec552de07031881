using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Summaries;

/// <summary>One sentence about a paper.</summary>
internal sealed class PaperSummaries : ISummaries
{
    public Task<PaperSummary> OfAsync(Paper paper, Locale language, Caller caller, CancellationToken cancellationToken)
    {
        var sentence = AbstractSentence.Of(paper);
        return Task.FromResult(new PaperSummary(PaperText.Escape(sentence), LanguageOf(sentence), null));
    }

    private static Locale LanguageOf(string text) =>
        text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') ? Locale.Chinese : Locale.English;
}
