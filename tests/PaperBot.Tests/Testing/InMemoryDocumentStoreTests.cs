using PaperBot.Core.Documents;
using PaperBot.Testing.Contracts;
using PaperBot.Testing.Documents;

namespace PaperBot.Tests.Testing;

public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    protected override ValueTask<IDocumentStore> CreateAsync() =>
        ValueTask.FromResult<IDocumentStore>(new InMemoryDocumentStore());
}
