namespace PaperBot.Platforms.WeChat.Official;

/// <summary>An answer that waits to be handed over.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Parts">What is left of it; each fits into a message.</param>
internal sealed record WaitingAnswer(string Id, IReadOnlyList<string> Parts);
