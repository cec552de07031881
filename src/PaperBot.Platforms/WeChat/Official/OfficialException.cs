namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The account's interface refused something.</summary>
/// <param name="code">Its code; see <see cref="OfficialCodes"/>.</param>
/// <param name="words">What it said; only <c>doctor</c> looks for an address in it.</param>
internal sealed class OfficialException(int code, string? words)
    : Exception(FormattableString.Invariant($"The account's interface answered with code {code}."))
{
    public int Code { get; } = code;

    public string? Words { get; } = words;
}
