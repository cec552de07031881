namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>An uploaded file.</summary>
internal sealed record SimMedium(string Kind, string Name, byte[] Content, DateTimeOffset At);
