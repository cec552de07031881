using PaperBot.Core.Queues;
using PaperBot.Testing.Contracts;
using PaperBot.Testing.Queues;

namespace PaperBot.Tests.Testing;

public sealed class InMemorySlotStoreTests : SlotStoreContract
{
    private InMemorySlotStore? _store;

    protected override ValueTask<ISlotStore> CreateAsync(TimeProvider time) =>
        new(_store = new InMemorySlotStore(time));

    protected override ValueTask<ISlotStore> OpenAgainAsync() => new(_store!);
}
