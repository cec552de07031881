using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>A conversation of somebody's, for a list to choose from.</summary>
/// <param name="Conversation">The thread of talk.</param>
/// <param name="First">The oldest entry of it that is kept.</param>
/// <param name="Entries">How many entries are kept.</param>
/// <param name="Change">The number of the last change in it.</param>
/// <param name="LastAt">When the newest entry was said.</param>
public sealed record TranscriptHead(
    ConversationId Conversation,
    TranscriptEntry First,
    int Entries,
    long Change,
    DateTimeOffset LastAt
);
