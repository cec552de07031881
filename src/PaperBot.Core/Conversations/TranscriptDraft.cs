using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>An entry to be written into a transcript.</summary>
/// <param name="Conversation">The thread of talk.</param>
/// <param name="Id">Names the entry inside its conversation, 1 to 200 characters: the same id is written once.</param>
/// <param name="Kind">What the platform makes of it (<c>question</c>, <c>answer</c>), 1 to 40 characters.</param>
/// <param name="Payload">
/// The platform's own text, usually JSON, at most <see cref="ITranscriptStore.LongestPayload"/> characters.
/// </param>
/// <param name="Person">Whose it is, for erasure; the asker for an answer too. Null when it is nobody's.</param>
/// <param name="At">When it was said.</param>
public sealed record TranscriptDraft(
    ConversationId Conversation,
    string Id,
    string Kind,
    string Payload,
    PersonId? Person,
    DateTimeOffset At
);
