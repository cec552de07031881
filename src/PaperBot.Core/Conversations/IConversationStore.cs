using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>What a conversation remembers for a while: variables, numbered choices, what follow-ups are about.</summary>
public interface IConversationStore
{
    /// <summary>The value, or null when there is none or it has expired.</summary>
    Task<string?> ReadAsync(ConversationId conversation, string name, CancellationToken cancellationToken);

    /// <summary>Keeps a value (at most 100,000 characters); null forgets it.</summary>
    /// <param name="conversation">The thread of talk.</param>
    /// <param name="name">For example <c>choices</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="person">Whose it is, for erasure; null when it is nobody's.</param>
    /// <param name="keep">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task WriteAsync(
        ConversationId conversation,
        string name,
        string? value,
        PersonId? person,
        TimeSpan keep,
        CancellationToken cancellationToken
    );
}
