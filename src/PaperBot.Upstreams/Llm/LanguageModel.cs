using Microsoft.Extensions.Logging;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Llm;

/// <summary>The configured models: quotas in front, then one queue after the other.</summary>
internal sealed partial class LanguageModel(
    LlmQueues queues,
    ModelLedger ledger,
    ModelQuotas quotas,
    ILogger<LanguageModel> logger
) : ILanguageModel
{
    public IReadOnlyList<ModelFacts> Models { get; } = [.. queues.All.Select(queue => queue.Model.Facts)];

    public async Task<Error?> UnavailableAsync(CancellationToken cancellationToken) =>
        Models.Count == 0 ? ModelErrors.None() : await ledger.RefusalAsync(cancellationToken);

    public async Task<Outcome<ModelAnswer>> AskAsync(ModelCall call, Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        if (await UnavailableAsync(cancellationToken) is { } unavailable)
            return unavailable;
        if (quotas.Refusal(caller.Requester, caller.Place) is { } spent)
            return spent;
        var mine = new LlmCall(call, caller.Requester, caller.Place);
        for (var i = 0; ; i++)
        {
            var outcome = await queues.All[i].Queue.CallAsync(mine, caller, cancellationToken);
            if (outcome.IsOk || i == queues.All.Count - 1 || !IsDown(outcome.Error))
                return outcome;
            Log.TakesOver(logger, queues.All[i + 1].Model.Queue, queues.All[i].Model.Queue);
        }
    }

    // Busy, silent, refused or broken: whatever another model may do better. Not: a spent budget, too long a prompt.
    private static bool IsDown(Error error) =>
        !ModelErrors.IsBudget(error)
        && error.Message.Key != "error.upstream.stopping"
        && error.Kind is ErrorKind.UpstreamDown or ErrorKind.Throttled or ErrorKind.Internal;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Second} takes over for {First}.")]
        public static partial void TakesOver(ILogger logger, string second, string first);
    }
}
