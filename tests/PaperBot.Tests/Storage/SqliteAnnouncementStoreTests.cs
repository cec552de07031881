using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteAnnouncementStoreTests : AnnouncementStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IAnnouncementStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IAnnouncementStore>();

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
