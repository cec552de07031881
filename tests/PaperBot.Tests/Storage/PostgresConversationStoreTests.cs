using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresConversationStoreTests(PostgresHome home)
    : ConversationStoreContract,
        IClassFixture<PostgresHome>
{
    protected override async ValueTask<IConversationStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IConversationStore>();
}
