using PaperBot.Core.Models;
using PaperBot.Testing.Contracts;
using PaperBot.Testing.Models;

namespace PaperBot.Tests.Testing;

public sealed class InMemoryAnswerStoreTests : AnswerStoreContract
{
    protected override ValueTask<IAnswerStore> CreateAsync(TimeProvider time) =>
        ValueTask.FromResult<IAnswerStore>(new InMemoryAnswerStore(time));
}
