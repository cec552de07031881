using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>
/// A command line in which a <c>?</c> waits for the person's next message, for platforms that cannot show a form.
/// </summary>
public static class PendingQuestion
{
    /// <summary>How long the question stands: ten minutes.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Remembers that the next message of the person goes into the line; null forgets it.</summary>
    public static Task AskAsync(
        this IConversationStore store,
        ConversationId conversation,
        PersonId person,
        string? line,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var value = line is null ? null : $"{person}\n{line}";
        return store.WriteAsync(conversation, ConversationKey.Asked, value, person, Kept, cancellationToken);
    }

    /// <summary>The line that waits for this person, or null.</summary>
    public static async Task<string?> AskedAsync(
        this IConversationStore store,
        ConversationId conversation,
        PersonId person,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var value = await store.ReadAsync(conversation, ConversationKey.Asked, cancellationToken);
        var owner = $"{person}\n";
        return value?.StartsWith(owner, StringComparison.Ordinal) is true ? value[owner.Length..] : null;
    }
}
