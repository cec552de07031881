using PaperBot.Core.Models;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>Keeps the answer to an order under its paper, question, language, model and prompt version.</summary>
internal sealed class OrderKeeper(
    IAnswerStore store,
    AnswerOrder order,
    string version,
    Func<ModelAnswer, KeptAnswer?> finish
) : IAnswerKeeper
{
    public async Task<ModelAnswer?> FindAsync(ModelFacts model, CancellationToken cancellationToken)
    {
        var answers = await store.FindAsync(order.Paper, order.Question, order.Language, cancellationToken);
        var kept = answers.FirstOrDefault(answer => answer.Model == model.Name && answer.PromptVersion == version);
        return kept is null
            ? null
            : new ModelAnswer(kept.Markdown, kept.Model, AnswerEnd.Complete, default, kept.WrittenAt);
    }

    public async Task KeepAsync(ModelAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.End is AnswerEnd.Complete or AnswerEnd.Length && finish(answer) is { } kept)
            await store.KeepAsync(kept, cancellationToken);
    }
}
