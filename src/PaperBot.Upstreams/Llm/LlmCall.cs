using PaperBot.Core.Identity;
using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm;

/// <summary>A call with whom its tokens are charged to: whoever made it first.</summary>
/// <param name="Call">The call.</param>
/// <param name="Requester">Whose quota it is.</param>
/// <param name="Place">Which place's; null for jobs.</param>
internal sealed record LlmCall(ModelCall Call, string Requester, PlaceId? Place);
