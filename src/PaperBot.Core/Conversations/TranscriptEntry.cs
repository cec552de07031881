using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>One entry of a transcript.</summary>
/// <param name="Conversation">The thread of talk.</param>
/// <param name="Id">Names the entry inside its conversation.</param>
/// <param name="Sequence">
/// Its place in the conversation: grows from entry to entry, never changes, and has gaps. Not used again after an
/// erasure.
/// </param>
/// <param name="Change">
/// The number of its last change, from the same count as <paramref name="Sequence"/>: equal to it until the entry is
/// replaced for the first time, greater afterwards.
/// </param>
/// <param name="Kind">What the platform makes of it.</param>
/// <param name="Payload">The platform's own text.</param>
/// <param name="Person">Whose it is; null when it is nobody's.</param>
/// <param name="At">When it was said, to the millisecond.</param>
public sealed record TranscriptEntry(
    ConversationId Conversation,
    string Id,
    long Sequence,
    long Change,
    string Kind,
    string Payload,
    PersonId? Person,
    DateTimeOffset At
);
