namespace PaperBot.Platforms.WeChat.WeCom.Messages;

/// <summary>A file that somebody sent: it is fetched within five minutes and opened with its own key.</summary>
/// <param name="Kind"><c>image</c>, <c>file</c> or <c>video</c>.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Key">Its key.</param>
internal sealed record SentFile(string Kind, Uri Url, string? Key);
