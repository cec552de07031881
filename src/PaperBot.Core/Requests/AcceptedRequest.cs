using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Requests;

/// <summary>A request that was taken and must be answered, whatever happens.</summary>
/// <param name="Id">The platform's event.</param>
/// <param name="Line">The canonical command line, so that it means the same after a restart.</param>
/// <param name="Person">Who.</param>
/// <param name="Place">Where.</param>
/// <param name="Conversation">The thread of talk.</param>
/// <param name="Locale">The language to answer in; null: not told by the platform.</param>
/// <param name="ManagesPlace">Whether the person managed the place when asking.</param>
/// <param name="ReplyAddress">What the platform's outbox needs to answer in place.</param>
/// <param name="AcceptedAt">When it was taken.</param>
/// <param name="Attempts">How often it was begun; 1 at first.</param>
public sealed record AcceptedRequest(
    RequestId Id,
    string Line,
    Person Person,
    Place Place,
    ConversationId Conversation,
    Locale? Locale,
    bool ManagesPlace,
    string ReplyAddress,
    DateTimeOffset AcceptedAt,
    int Attempts = 1
);
