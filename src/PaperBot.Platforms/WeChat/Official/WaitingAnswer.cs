namespace PaperBot.Platforms.WeChat.Official;

/// <summary>An answer that waits to be handed over.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Parts">What is left of its text; each fits into a message.</param>
/// <param name="Pictures">What is left of its pictures (PNG); only a verified account can send them.</param>
internal sealed record WaitingAnswer(string Id, IReadOnlyList<string> Parts, IReadOnlyList<byte[]> Pictures)
{
    /// <summary>Whether its first part was handed over: the rest waits until it is asked for.</summary>
    public bool IsBegun { get; init; }
}
