namespace PaperBot.Platforms.WeChat.Official;

/// <summary>A reply as the account can say it.</summary>
/// <param name="Parts">Plain text, each within a message.</param>
/// <param name="Pictures">PNG; left out where the account may not send pictures.</param>
internal sealed record OfficialPost(IReadOnlyList<string> Parts, IReadOnlyList<byte[]> Pictures);
