using PaperBot.Core.Identity;

namespace PaperBot.Core.Privacy;

/// <summary>
/// A kind of data about persons that is kept. Every table with a person in it belongs to one: <c>/privacy</c> lists
/// them, <c>/privacy erase</c> deletes through them, and a daily job enforces their age limits.
/// </summary>
public interface IPersonalData
{
    /// <summary>The text that says what it is: <c>privacy.data.&lt;name&gt;</c>.</summary>
    string Name { get; }

    /// <summary>For how long it is kept, from <c>Storage:Keep:…</c>.</summary>
    TimeSpan Kept { get; }

    /// <summary>How many records of the person there are.</summary>
    Task<int> CountAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Deletes what there is of the person.</summary>
    /// <returns>How many records went.</returns>
    Task<int> EraseAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Deletes what is older than <see cref="Kept"/>.</summary>
    /// <returns>How many records went.</returns>
    Task<int> ExpireAsync(CancellationToken cancellationToken);
}
