namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The codes of the account's interface that make a difference.</summary>
internal static class OfficialCodes
{
    /// <summary>The platform is busy and took nothing.</summary>
    public const int Busy = -1;

    /// <summary>No answer of the platform's: nobody knows whether it took what was sent.</summary>
    public const int Unknown = -2;

    public const int BadToken = 40001;
    public const int WrongToken = 40014;
    public const int ExpiredToken = 42001;
    public const int BadAppId = 40013;
    public const int BadSecret = 40125;

    /// <summary>The caller's address is not in the account's list.</summary>
    public const int StrangeAddress = 40164;

    /// <summary>The day's calls are used up.</summary>
    public const int TooOften = 45009;

    /// <summary>The person wrote more than 48 hours ago, or follows no more.</summary>
    public const int TooLate = 45015;

    /// <summary>Five messages came already since the person wrote.</summary>
    public const int TooMany = 45047;

    /// <summary>The account may not: it is not verified.</summary>
    public const int NotAllowed = 48001;

    /// <summary>The account's interface was taken from it.</summary>
    public const int Barred = 48004;

    public static bool IsTokens(int code) => code is BadToken or WrongToken or ExpiredToken;

    /// <summary>Refuses the account, and not one message or one person.</summary>
    public static bool IsAccounts(int code) =>
        IsTokens(code) || code is BadAppId or BadSecret or StrangeAddress or TooOften or NotAllowed or Barred;
}
