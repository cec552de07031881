using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Summaries;

/// <summary>One sentence about a paper: kept, by a model, or the abstract's own most telling one.</summary>
internal sealed class PaperSummaries(AnswerDesk desk) : ISummaries
{
    private const string Question = "summary";
    private const int Longest = 600;

    public async Task<PaperSummary> OfAsync(
        Paper paper,
        Locale language,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (paper.Abstract.Length > 0 && await GivenAsync(paper, language, caller, cancellationToken) is { } given)
            return new PaperSummary(given.Markdown, language, given.Model);
        var sentence = AbstractSentence.Of(paper);
        var own = Language.IsChinese(sentence) ? Locale.Chinese : Locale.English;
        return new PaperSummary(PaperText.Escape(sentence), own, null);
    }

    private async Task<GivenAnswer?> GivenAsync(
        Paper paper,
        Locale language,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var version = paper.VersionedId.Version is null ? paper.Id.WithVersion(1) : paper.VersionedId;
        var order = new AnswerOrder(version.ToString(), Question, language, PromptNames.Summary)
        {
            Values = new Dictionary<string, object>
            {
                [PromptVariables.Title] = paper.Title,
                [PromptVariables.Abstract] = paper.Abstract,
            },
        };
        var outcome = await desk.GetAsync(order, caller, "", cancellationToken);
        var given = outcome.IsOk ? outcome.Value : await desk.FindAnyAsync(order, cancellationToken);
        if (given is null)
            return null;
        var line = string.Join(' ', given.Markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length is 0 or > Longest ? null : given with { Markdown = line };
    }
}
