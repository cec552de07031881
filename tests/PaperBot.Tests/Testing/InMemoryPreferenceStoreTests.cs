using PaperBot.Core.Preferences;
using PaperBot.Testing.Contracts;
using PaperBot.Testing.Preferences;

namespace PaperBot.Tests.Testing;

public sealed class InMemoryPreferenceStoreTests : PreferenceStoreContract
{
    protected override ValueTask<IPreferenceStore> CreateAsync(TimeProvider time) =>
        ValueTask.FromResult<IPreferenceStore>(new InMemoryPreferenceStore());
}
