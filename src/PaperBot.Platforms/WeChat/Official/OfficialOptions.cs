namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The door of a WeChat official account; off while there is no token.</summary>
internal sealed class OfficialOptions
{
    public const string Section = "WeChat:Official";

    /// <summary>The account's AppId. Needed for safe mode.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The token that the account's console and the bot share: 3 to 32 letters and digits. Empty: off.</summary>
    public string Token { get; set; } = "";

    /// <summary>The console's EncodingAESKey, 43 characters. Empty: plain mode.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>
    /// The account's AppSecret, for customer-service messages of a verified account; it is a password. Empty: late answers
    /// wait for the person's next message.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>The account's interface. Default: WeChat's own.</summary>
    public string ApiUrl { get; set; } = "https://api.weixin.qq.com/";

    public bool IsOn => Token.Length > 0;
}
