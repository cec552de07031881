namespace PaperBot.Testing.WeChat.Official;

/// <summary>A line of a chat with the simulated account.</summary>
/// <param name="Author">The person; null: the account.</param>
/// <param name="Text">What it says; a picture's as <c>[image]</c>.</param>
/// <param name="Way">How it came: <c>push</c>, <c>passive</c>, <c>custom</c>, or <c>failed</c> for the platform's own error.</param>
/// <param name="At">When.</param>
public sealed record OfficialLine(string? Author, string Text, string Way, DateTimeOffset At)
{
    /// <summary>The bytes of a picture.</summary>
    public byte[]? Content { get; init; }
}
