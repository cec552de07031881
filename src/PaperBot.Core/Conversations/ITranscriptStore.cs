using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>
/// What was said, for platforms that show the talk themselves (a page that reconnects reads on from the last change it
/// has seen). Entries are kept for <c>Storage:Keep:WebMessages</c>.
/// </summary>
public interface ITranscriptStore
{
    /// <summary>The longest payload: 2,000,000 characters.</summary>
    const int LongestPayload = 2_000_000;

    /// <summary>Writes an entry at the end of its conversation.</summary>
    /// <returns>The entry and true; for an id that the conversation has already, the entry as it stands and false.</returns>
    Task<(TranscriptEntry Entry, bool IsNew)> AppendAsync(TranscriptDraft draft, CancellationToken cancellationToken);

    /// <summary>Replaces kind and payload of an entry where it stands, as a new change.</summary>
    /// <returns>The entry as it now stands; null when there is none of that id.</returns>
    Task<TranscriptEntry?> ReplaceAsync(
        ConversationId conversation,
        string id,
        string kind,
        string payload,
        CancellationToken cancellationToken
    );

    /// <summary>The entry of that id, or null.</summary>
    Task<TranscriptEntry?> FindAsync(ConversationId conversation, string id, CancellationToken cancellationToken);

    /// <summary>
    /// What was written or replaced after a change, in the order of the changes. An entry that changed several times
    /// comes once, as it now stands. Whoever has shown everything up to a change loses nothing by reading on from it.
    /// </summary>
    /// <param name="conversation">The thread of talk.</param>
    /// <param name="change">The last <see cref="TranscriptEntry.Change"/> seen; 0 reads from the beginning.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<TranscriptEntry>> ReadAfterAsync(
        ConversationId conversation,
        long change,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The newest entries, in the order of the conversation (oldest of them first).</summary>
    /// <param name="conversation">The thread of talk.</param>
    /// <param name="before">Only entries with a smaller <see cref="TranscriptEntry.Sequence"/>; null: up to the end.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<TranscriptEntry>> ReadLatestAsync(
        ConversationId conversation,
        long? before,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The conversations in which the person has entries, last changed first.</summary>
    Task<IReadOnlyList<TranscriptHead>> ListAsync(PersonId person, int most, CancellationToken cancellationToken);

    /// <summary>Deletes a conversation's entries.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ClearAsync(ConversationId conversation, CancellationToken cancellationToken);
}
