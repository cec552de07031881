namespace PaperBot.Platforms.WeChat.Official;

/// <summary>What to answer a push with.</summary>
/// <param name="Text">The text; null: say only that the push arrived.</param>
/// <param name="Handed">What is struck off when the platform took the text.</param>
/// <param name="Waits">True: give no answer, so that the platform tries again and the answer has more time.</param>
internal sealed record OfficialAnswer(string? Text, Handed? Handed, bool Waits)
{
    public static OfficialAnswer Nothing { get; } = new(null, null, false);

    public static OfficialAnswer Later { get; } = new(null, null, true);

    public static OfficialAnswer Say(string text, Handed? handed = null) => new(text, handed, false);
}
