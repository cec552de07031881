namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>The platform's error codes that make a difference.</summary>
internal static class WeComErrors
{
    /// <summary>The platform is busy.</summary>
    public const int Busy = -1;

    /// <summary>Secret and bot do not belong together.</summary>
    public const int BadSecret = 40001;

    /// <summary>Too much in too short a time.</summary>
    public const int TooOften = 45009;

    /// <summary>The address is not one of those that the console trusts.</summary>
    public const int NotTrusted = 60020;

    /// <summary>There is no such chat, or the bot is not in it.</summary>
    public const int NoChat = 86001;

    /// <summary>The bot may not write there.</summary>
    public const int NoRight = 48002;

    /// <summary>The chat is not known to the bot: nobody has spoken to it there yet.</summary>
    public const int UnknownChat = 93006;

    /// <summary>The request that is answered is unknown or too old.</summary>
    public const int UnknownRequest = 846605;

    /// <summary>A stream that can no longer be changed.</summary>
    public const int StreamExpired = 846608;

    public static bool IsTransient(int code) => code is Busy or TooOften;

    public static bool IsGone(int code) => code is NoChat or UnknownChat;

    public static bool IsForbidden(int code) => code is NoRight or NotTrusted;

    /// <summary>The message cannot be answered in place any more; a message of its own can be sent.</summary>
    public static bool IsTooLate(int code) => code is UnknownRequest or StreamExpired;
}
