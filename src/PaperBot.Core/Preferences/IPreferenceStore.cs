namespace PaperBot.Core.Preferences;

/// <summary>What people and places have chosen, by name.</summary>
public interface IPreferenceStore
{
    /// <summary>All that the owner has chosen; empty when nothing.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(PreferenceOwner owner, CancellationToken cancellationToken);

    /// <summary>Keeps a choice (at most 2,000 characters); null forgets it.</summary>
    Task WriteAsync(PreferenceOwner owner, string name, string? value, CancellationToken cancellationToken);
}
