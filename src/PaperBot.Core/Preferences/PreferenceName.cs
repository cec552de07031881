namespace PaperBot.Core.Preferences;

/// <summary>The names under which preferences are kept.</summary>
public static class PreferenceName
{
    /// <summary>A <see cref="Texts.Locale"/> tag.</summary>
    public const string Language = "language";

    /// <summary>An IANA time zone, <c>Asia/Shanghai</c>.</summary>
    public const string Zone = "zone";

    /// <summary>Categories as <c>cs.AI+cs.CL-cs.CY</c>.</summary>
    public const string Categories = "categories";

    /// <summary>The hosts of models to which the person lets the text of own files be sent, with spaces between.</summary>
    public const string Uploads = "uploads";

    /// <summary>Of a server: the places in which the bot answers, with spaces between; absent: in all.</summary>
    public const string Places = "places";

    /// <summary>Of a server: who may use costly commands; absent: everybody.</summary>
    public const string Costly = "costly";

    /// <summary>Of a server: the persons whom the bot does not answer there, with spaces between.</summary>
    public const string Blocked = "blocked";
}
