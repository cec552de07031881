using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Digests;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresDigestStoreTests(PostgresHome home) : DigestStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<(ISubscriptionStore Subscriptions, IDigestDeliveryStore Deliveries)> CreateAsync(
        TimeProvider time
    )
    {
        var process = await home.StartAsync(time);
        return (process.GetRequiredService<ISubscriptionStore>(), process.GetRequiredService<IDigestDeliveryStore>());
    }
}
