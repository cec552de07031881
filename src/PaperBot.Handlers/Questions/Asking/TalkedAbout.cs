using PaperBot.Core.Conversations;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Which papers or files a conversation is about, so that a further question needs no identifier.</summary>
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
    ) => store.TalkAboutAsync(conversation, person, papers.Select(paper => paper.ToString()), cancellationToken);

    /// <summary>Papers by their identifier, files by their document's.</summary>
    public static Task TalkAboutAsync(
        this IConversationStore store,
        ConversationId conversation,
        PersonId person,
        IEnumerable<string> names,
        CancellationToken cancellationToken
    ) => store.WriteAsync(conversation, Name, string.Join(' ', names), person, Kept, cancellationToken);

    /// <summary>The papers and files; empty when there are none or it was too long ago.</summary>
    public static async Task<IReadOnlyList<string>> TalkedAboutAsync(
        this IConversationStore store,
        ConversationId conversation,
        CancellationToken cancellationToken
    )
    {
        var text = await store.ReadAsync(conversation, Name, cancellationToken);
        return text is null ? [] : [.. text.Split(' ').Where(IsName)];
    }

    private static bool IsName(string text) =>
        ArxivId.TryParse(text, out _) || (DocumentId.TryParse(text, out var id) && id.IsUpload);
}
