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
}
