namespace PaperBot.Platforms.Web.Chat;

/// <summary>One turn of a chat as the transcript keeps it: a question and, once there is one, its answer.</summary>
/// <param name="Text">What was asked; null for a post of the bot's own.</param>
/// <param name="Locale">The language of the page that asked.</param>
/// <param name="Reply">The answer; null while it waits.</param>
/// <param name="Error">The kind of error that the answer words; null when all is well.</param>
/// <param name="By">The request or post that the answer came from: one that comes twice is written once.</param>
internal sealed record TurnPayload(string? Text, string? Locale, StoredReply? Reply, string? Error, string? By);
