using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Which papers a conversation is about, so that a further question needs no identifier.</summary>
internal static class TalkedAbout
{
    private const string Name = "ask.papers";

    /// <summary>How long a conversation stays about them: two hours.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    public static Task TalkAboutAsync(
        this IConversationStore store,
        ConversationId conversation,
        PersonId person,
        IReadOnlyList<ArxivId> papers,
        CancellationToken cancellationToken
    ) => store.WriteAsync(conversation, Name, string.Join(' ', papers), person, Kept, cancellationToken);

    /// <summary>The papers; empty when there are none or it was too long ago.</summary>
    public static async Task<IReadOnlyList<ArxivId>> TalkedAboutAsync(
        this IConversationStore store,
        ConversationId conversation,
        CancellationToken cancellationToken
    )
    {
        var papers = await store.ReadAsync(conversation, Name, cancellationToken);
        return papers is null ? [] : [.. ArxivId.FindAll(papers).Select(found => found.Id)];
    }
}
