using System.Collections.Concurrent;
using PaperBot.Core.Preferences;
using PaperBot.Testing.Conversations;

namespace PaperBot.Testing.Preferences;

/// <summary>Preferences in memory.</summary>
public sealed class InMemoryPreferenceStore : IPreferenceStore
{
    private const int LongestValue = 2_000;

    private readonly ConcurrentDictionary<(PreferenceOwner Owner, string Name), string> _values = new();

    /// <summary>Waited for before each reading.</summary>
    public Func<Task>? Before { get; set; }

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        PreferenceOwner owner,
        CancellationToken cancellationToken
    )
    {
        if (Before is { } before)
            await before();
        return _values.Where(pair => pair.Key.Owner == owner).ToDictionary(pair => pair.Key.Name, pair => pair.Value);
    }

    public async Task WriteAsync(PreferenceOwner owner, string name, string? value, CancellationToken cancellationToken)
    {
        if (value is null)
            _values.TryRemove((owner, name), out _);
        else
            _values[(owner, name)] = KeptText.Of(value, LongestValue);
        await Task.CompletedTask;
    }
}
