namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>Why a connection ended.</summary>
internal enum ConnectionEnd
{
    /// <summary>It broke, or went silent.</summary>
    Lost,

    /// <summary>WeCom refused bot id or secret.</summary>
    Refused,

    /// <summary>Another instance connected with the same bot id.</summary>
    Displaced,
}
