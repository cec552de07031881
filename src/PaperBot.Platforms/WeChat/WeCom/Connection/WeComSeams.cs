namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>Where the connection touches the world.</summary>
/// <param name="Dialer">The socket.</param>
/// <param name="Random">For jitter.</param>
internal sealed record WeComSeams(IWeComDialer Dialer, Random Random);
