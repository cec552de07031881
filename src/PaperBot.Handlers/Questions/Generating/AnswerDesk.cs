using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>
/// Where answers of models come from: kept ones at once, new ones through the model's queue, checked before anybody
/// sees them and kept for everybody. However many want the same answer, it is paid for once.
/// </summary>
internal sealed class AnswerDesk(
    ILanguageModel model,
    IPrompts prompts,
    IAnswerStore store,
    AnswerClaim claim,
    AnswerWriter writer,
    PassageChoice choice
)
{
    // What the prompt's own rules and the answer take.
    private const int Overhead = 3_500;
    private const int FewestTokens = 500;

    /// <summary>Why no new answer can be had now; null: it can.</summary>
    public Task<Error?> UnavailableAsync(CancellationToken cancellationToken) =>
        model.UnavailableAsync(cancellationToken);

    /// <summary>The kept answer by the prompt and one of the models as they are configured now, or null.</summary>
    public async Task<GivenAnswer?> FindAsync(AnswerOrder order, CancellationToken cancellationToken)
    {
        if (model.Models.Count == 0)
            return null;
        var version = prompts.VersionOf(order.Prompt, order.Language);
        var answers = await store.FindAsync(order.Paper, order.Question, order.Language, cancellationToken);
        var kept = answers.FirstOrDefault(answer =>
            answer.PromptVersion == version && model.Models.Any(known => known.Name == answer.Model)
        );
        return kept is null ? null : GivenAnswer.Of(kept, wasKept: true);
    }

    /// <summary>The newest kept answer, whoever wrote it by whichever prompt, or null.</summary>
    public async Task<GivenAnswer?> FindAnyAsync(AnswerOrder order, CancellationToken cancellationToken)
    {
        var answers = await store.FindAsync(order.Paper, order.Question, order.Language, cancellationToken);
        return answers.Count == 0 ? null : GivenAnswer.Of(answers[0], wasKept: true);
    }

    /// <summary>The kept answer, else a new one.</summary>
    /// <param name="order">What is wanted, with its documents.</param>
    /// <param name="caller">Who waits.</param>
    /// <param name="before">What stands before the answer where it is shown as it comes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<GivenAnswer>> GetAsync(
        AnswerOrder order,
        Caller caller,
        string before,
        CancellationToken cancellationToken
    )
    {
        if (await model.UnavailableAsync(cancellationToken) is { } reason)
            return reason;
        if (!order.IsShared)
            return await AskAsync(order, caller, before, cancellationToken);
        if (await FindAsync(order, cancellationToken) is { } kept)
            return kept;
        return await claim.RunAsync(
            KeyOf(order),
            () => FindAsync(order, cancellationToken),
            () => AskAsync(order, caller, before, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Outcome<GivenAnswer>> AskAsync(
        AnswerOrder order,
        Caller caller,
        string before,
        CancellationToken cancellationToken
    )
    {
        var tokens = model.Models.Min(known => known.ContextTokens) - Overhead;
        while (true)
        {
            var passages = choice.Of(order.Documents, order.Hint, tokens, out var isAll);
            var prompt = prompts.Fill(order.Prompt, order.Language, PromptValues.Of(order, passages, isAll));
            var sent = passages.Select(found => found.Passage.Key).ToHashSet();
            var asked = new AskedModel(order, prompt, sent);
            var call = new ModelCall(KeyOf(order), prompt)
            {
                Owner = order.Documents.FirstOrDefault(document => document.Owner is not null)?.Owner,
                Keeper = order.IsShared
                    ? new OrderKeeper(store, order, prompt.Version, answer => writer.Kept(asked, answer))
                    : null,
            };
            var progress = new CleanedProgress(caller.Progress, before, text => writer.Draft(asked, text));
            var answer = await model.AskAsync(call, caller with { Progress = progress }, cancellationToken);
            if (answer.IsOk)
                return await GivenAsync(asked, answer.Value, cancellationToken);
            // Providers count tokens in their own way: half of it may do.
            if (!ModelErrors.IsTooLong(answer.Error) || passages.Count == 0 || tokens / 2 < FewestTokens)
                return answer.Error;
            tokens = Math.Min(tokens, passages.Sum(found => TokenGuess.Of(found.Passage.Text))) / 2;
        }
    }

    // What is kept is what everybody sees; what may not be kept is shown to its asker with the reason.
    private async Task<Outcome<GivenAnswer>> GivenAsync(
        AskedModel asked,
        ModelAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (asked.Order.IsShared && await FindAsync(asked.Order, cancellationToken) is { } kept)
            return kept with { WasKept = false };
        return writer.Given(asked, answer) is { } given
            ? given
            : Errors.UpstreamDown("answer.malformed", null, ("model", answer.Model));
    }

    private string KeyOf(AnswerOrder order) =>
        $"{order.Paper} {order.Question} {order.Language} {prompts.VersionOf(order.Prompt, order.Language)}"
        + (order.IsShared ? "" : " " + Guid.NewGuid().ToString("N"));
}
