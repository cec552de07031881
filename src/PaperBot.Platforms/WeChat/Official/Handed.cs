namespace PaperBot.Platforms.WeChat.Official;

/// <summary>What goes out with one answer to the platform, until it is known whether it arrived.</summary>
/// <param name="Key">The push that it answers.</param>
/// <param name="OpenId">To whom.</param>
/// <param name="Taken">How many parts of which answers.</param>
/// <param name="Left">How many parts still wait behind it.</param>
internal sealed record Handed(
    string Key,
    string OpenId,
    IReadOnlyList<(WaitingAnswer Answer, int Parts)> Taken,
    int Left
)
{
    /// <summary>Whether it was sent before and nobody knows whether it arrived.</summary>
    public bool IsAgain { get; init; }

    /// <summary>A picture instead of text.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>The answers, each as far as its parts go out now.</summary>
    public IEnumerable<string> Answers =>
        Taken.Select(taken => string.Concat(taken.Answer.Parts.Take(taken.Parts)).TrimEnd());
}
