namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>The codes that the simulated WeCom answers with.</summary>
internal static class WeComCode
{
    public const int Ok = 0;
    public const int BadSecret = 40001;
    public const int BadMedium = 40007;
    public const int BadFileKind = 40004;
    public const int BadFileSize = 40006;
    public const int BadParameter = 40058;
    public const int TooOften = 45009;
    public const int NoChat = 86001;
    public const int UnknownChat = 93006;
    public const int NotSubscribed = 846601;
    public const int UnknownRequest = 846605;
    public const int StreamExpired = 846608;

    public static string Words(int code) =>
        code switch
        {
            Ok => "ok",
            BadSecret => "invalid credential",
            BadMedium => "invalid media_id",
            BadFileKind => "invalid media type",
            BadFileSize => "invalid media size",
            BadParameter => "invalid parameter",
            TooOften => "api freq out of limit",
            NoChat => "chat not exist",
            UnknownChat => "invalid chatid",
            NotSubscribed => "not subscribed",
            UnknownRequest => "invalid req_id",
            StreamExpired => "stream message update expired",
            _ => "error",
        };
}
