using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Digests;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteDigestStoreTests : DigestStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<(ISubscriptionStore Subscriptions, IDigestDeliveryStore Deliveries)> CreateAsync(
        TimeProvider time
    )
    {
        var process = await _home.StartAsync(time);
        return (process.GetRequiredService<ISubscriptionStore>(), process.GetRequiredService<IDigestDeliveryStore>());
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
