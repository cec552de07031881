using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Preferences;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqlitePreferenceStoreTests : PreferenceStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IPreferenceStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IPreferenceStore>();

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
