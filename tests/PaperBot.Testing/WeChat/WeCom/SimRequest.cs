namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>What was pushed to the bot and can be answered.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Chat">Where.</param>
/// <param name="IsEvent">Whether it is an event: those are answered within five seconds, once.</param>
/// <param name="Question">The message; for an event the card.</param>
/// <param name="At">When.</param>
internal sealed record SimRequest(string Id, SimChat Chat, bool IsEvent, SimMessage? Question, DateTimeOffset At)
{
    public Dictionary<string, SimMessage> Streams { get; } = new(StringComparer.Ordinal);

    public bool IsAnswered { get; set; }
}
