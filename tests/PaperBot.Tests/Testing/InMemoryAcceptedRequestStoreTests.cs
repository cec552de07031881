using PaperBot.Core.Requests;
using PaperBot.Testing.Contracts;
using PaperBot.Testing.Requests;

namespace PaperBot.Tests.Testing;

public sealed class InMemoryAcceptedRequestStoreTests : AcceptedRequestStoreContract
{
    private InMemoryAcceptedRequestStore? _store;

    protected override ValueTask<IAcceptedRequestStore> CreateAsync(TimeProvider time) =>
        ValueTask.FromResult<IAcceptedRequestStore>(_store = new InMemoryAcceptedRequestStore(time));

    /// <summary>The same memory, as another process would see it.</summary>
    protected override ValueTask<IAcceptedRequestStore> OpenAgainAsync() =>
        ValueTask.FromResult<IAcceptedRequestStore>(_store!);
}
