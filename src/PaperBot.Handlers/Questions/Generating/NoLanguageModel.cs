using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>A bot that was built without models.</summary>
internal sealed class NoLanguageModel : ILanguageModel
{
    public IReadOnlyList<ModelFacts> Models => [];

    public Task<Error?> UnavailableAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Error?>(ModelErrors.None());

    public Task<Outcome<ModelAnswer>> AskAsync(ModelCall call, Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Fail<ModelAnswer>(ModelErrors.None()));
}
