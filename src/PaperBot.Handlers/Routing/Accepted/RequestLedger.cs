using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Requests;

namespace PaperBot.Handlers.Routing.Accepted;

/// <summary>Writes down what this process takes, renews its leases and takes over what a dead one left.</summary>
internal sealed class RequestLedger(
    IAcceptedRequestStore store,
    HostFacts host,
    IOptions<RequestsOptions> options,
    TimeProvider time
)
{
    public TimeSpan Lease => options.Value.Lease;

    /// <summary>Writes a request down, if its platform can answer later at all.</summary>
    /// <returns>False when the same event was taken before.</returns>
    public async Task<bool> TryAcceptAsync(Incoming incoming, string line, CancellationToken cancellationToken)
    {
        if (incoming.ReplyAddress is not { } address)
            return true;
        var request = new AcceptedRequest(
            incoming.Id,
            line,
            incoming.Person,
            incoming.Place,
            incoming.Conversation,
            incoming.Locale,
            incoming.ManagesPlace,
            address,
            time.GetUtcNow()
        );
        return await store.TryAcceptAsync(request, host.InstanceId, Lease, cancellationToken);
    }

    /// <summary>Forgets a request that was refused before it began.</summary>
    public Task WithdrawAsync(Incoming incoming, CancellationToken cancellationToken) =>
        incoming.ReplyAddress is null ? Task.CompletedTask : store.WithdrawAsync(incoming.Id, cancellationToken);

    public Task CompleteAsync(RequestId id, CancellationToken cancellationToken) =>
        store.CompleteAsync(id, cancellationToken);

    public Task RenewAsync(CancellationToken cancellationToken) =>
        store.RenewAsync(host.InstanceId, Lease, cancellationToken);

    public Task<IReadOnlyList<AcceptedRequest>> TakeOverAsync(int most, CancellationToken cancellationToken) =>
        store.TakeOverAsync(host.InstanceId, Lease, most, cancellationToken);

    /// <summary>Gives a request up for one lease; then it is taken over again, and an attempt is counted.</summary>
    public Task PostponeAsync(RequestId id, CancellationToken cancellationToken) =>
        store.PostponeAsync(id, Lease, cancellationToken);

    public Task ReleaseAsync(CancellationToken cancellationToken) =>
        store.ReleaseAsync(host.InstanceId, cancellationToken);

    public bool IsWornOut(AcceptedRequest request) => request.Attempts > options.Value.MostAttempts;
}
