using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>
/// The line by which a place that was opened for a conversation (a thread) goes on: what is said there without a
/// command is put in the place of its <c>?</c>.
/// </summary>
public static class ConversationTalk
{
    /// <summary>How long such a place goes on: 30 days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Remembers the line, see <see cref="Replies.Talk.Line"/>.</summary>
    public static Task BeginTalkAsync(
        this IConversationStore store,
        ConversationId conversation,
        PersonId? person,
        string line,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.WriteAsync(conversation, ConversationKey.Talk, line, person, Kept, cancellationToken);
    }

    /// <summary>The line, or null where no conversation was opened or it was too long ago.</summary>
    public static Task<string?> TalkAsync(
        this IConversationStore store,
        ConversationId conversation,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.ReadAsync(conversation, ConversationKey.Talk, cancellationToken);
    }
}
