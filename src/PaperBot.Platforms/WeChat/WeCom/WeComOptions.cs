namespace PaperBot.Platforms.WeChat.WeCom;

/// <summary>The door of a WeCom AI bot (智能机器人) over its long connection; off while there is no bot id.</summary>
internal sealed class WeComOptions
{
    public const string Section = "WeChat:WeCom";

    /// <summary>The bot's id, as WeCom's console shows it. Empty: off.</summary>
    public string BotId { get; set; } = "";

    /// <summary>The bot's secret for the long connection; it is a password.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Where the bot dials to. Default: WeCom's own address; a private deployment shows another one.</summary>
    public string Url { get; set; } = "wss://openws.work.weixin.qq.com";

    /// <summary>
    /// The people (their user ids) who may change settings and digests of groups. WeCom does not tell who owns a
    /// group. Default: none named, and everybody in a group may.
    /// </summary>
    public IList<string> Managers { get; } = [];

    public bool IsOn => BotId.Length > 0;
}
