using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresAnnouncementStoreTests(PostgresHome home)
    : AnnouncementStoreContract,
        IClassFixture<PostgresHome>
{
    protected override async ValueTask<IAnnouncementStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IAnnouncementStore>();
}
