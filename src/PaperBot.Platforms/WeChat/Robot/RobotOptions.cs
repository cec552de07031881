namespace PaperBot.Platforms.WeChat.Robot;

/// <summary>The door of a group robot of WeCom, which only posts; off while there is no address.</summary>
internal sealed class RobotOptions
{
    public const string Section = "WeChat:Webhook";

    /// <summary>The robot's webhook address with its key; it is a password. Empty: off.</summary>
    public string Url { get; set; } = "";

    public bool IsOn => Url.Length > 0;
}
