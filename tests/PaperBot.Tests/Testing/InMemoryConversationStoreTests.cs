using PaperBot.Core.Conversations;
using PaperBot.Testing.Contracts;
using PaperBot.Testing.Conversations;

namespace PaperBot.Tests.Testing;

public sealed class InMemoryConversationStoreTests : ConversationStoreContract
{
    protected override ValueTask<IConversationStore> CreateAsync(TimeProvider time) =>
        ValueTask.FromResult<IConversationStore>(new InMemoryConversationStore(time));
}
