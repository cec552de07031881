using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Preferences;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresPreferenceStoreTests(PostgresHome home)
    : PreferenceStoreContract,
        IClassFixture<PostgresHome>
{
    protected override async ValueTask<IPreferenceStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IPreferenceStore>();
}
