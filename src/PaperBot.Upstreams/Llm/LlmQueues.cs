using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Llm;

/// <summary>The queues of the configured models, in the order in which they are asked.</summary>
internal sealed class LlmQueues(
    IOptions<LlmOptions> options,
    IUpstreamQueueFactory factory,
    IHttpClientFactory clients,
    ModelLedger ledger,
    ModelQuotas quotas,
    TimeProvider time,
    ILogger<LlmUpstream> logger
)
{
    public IReadOnlyList<LlmQueue> All { get; } =
    [
        .. LlmModel
            .Of(options.Value)
            .Select(model => new LlmQueue(
                model,
                factory.Create(
                    LlmUpstream.Create(model, clients.CreateClient(model.Client), ledger, quotas, time, logger)
                )
            )),
    ];
}
