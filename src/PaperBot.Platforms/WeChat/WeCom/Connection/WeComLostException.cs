namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>There is no connection, or it broke.</summary>
/// <param name="wasSent">Whether the frame had left: then nobody knows whether it arrived.</param>
internal sealed class WeComLostException(bool wasSent)
    : IOException(wasSent ? "The connection broke before the frame was confirmed." : "There is no connection.")
{
    public bool WasSent { get; } = wasSent;
}
