using PaperBot.Core.Identity;
using PaperBot.Core.Requests;

namespace PaperBot.Tests.Handlers.Routing;

/// <summary>One process's way to a store that outlives it: after its death nothing it does has an effect any more.</summary>
internal sealed class MortalRequestStore(IAcceptedRequestStore inner) : IAcceptedRequestStore
{
    private static readonly Task<bool> Never = new TaskCompletionSource<bool>().Task;

    private volatile bool _isDead;

    public void Die() => _isDead = true;

    public async Task<bool> TryAcceptAsync(
        AcceptedRequest request,
        string owner,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => _isDead ? await Never : await inner.TryAcceptAsync(request, owner, lease, cancellationToken);

    public Task CompleteAsync(RequestId id, CancellationToken cancellationToken) =>
        _isDead ? Never : inner.CompleteAsync(id, cancellationToken);

    public Task WithdrawAsync(RequestId id, CancellationToken cancellationToken) =>
        _isDead ? Never : inner.WithdrawAsync(id, cancellationToken);

    public Task RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        _isDead ? Never : inner.RenewAsync(owner, lease, cancellationToken);

    public async Task<IReadOnlyList<AcceptedRequest>> TakeOverAsync(
        string owner,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (_isDead)
            await Never;
        return await inner.TakeOverAsync(owner, lease, most, cancellationToken);
    }

    public Task PostponeAsync(RequestId id, TimeSpan pause, CancellationToken cancellationToken) =>
        _isDead ? Never : inner.PostponeAsync(id, pause, cancellationToken);

    public Task ReleaseAsync(string owner, CancellationToken cancellationToken) =>
        _isDead ? Never : inner.ReleaseAsync(owner, cancellationToken);

    public Task<int> CountUnfinishedAsync(CancellationToken cancellationToken) =>
        inner.CountUnfinishedAsync(cancellationToken);
}
