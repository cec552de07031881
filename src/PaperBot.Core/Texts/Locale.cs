using System.Globalization;

namespace PaperBot.Core.Texts;

/// <summary>
/// A language that replies are written in: English or Simplified Chinese. Every Chinese tag reads the Chinese strings
/// (zh-TW and zh-HK too); every other tag reads English.
/// </summary>
public readonly record struct Locale
{
    private readonly bool _chinese;

    private Locale(bool chinese) => _chinese = chinese;

    /// <summary>English; also the default value.</summary>
    public static Locale English => new(false);

    /// <summary>Simplified Chinese.</summary>
    public static Locale Chinese => new(true);

    /// <summary>Both, English first.</summary>
    public static IReadOnlyList<Locale> All { get; } = [English, Chinese];

    /// <summary>True for Chinese.</summary>
    public bool IsChinese => _chinese;

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string Tag => _chinese ? "zh-CN" : "en";

    /// <summary>The culture that numbers and resources follow: <c>en-US</c> or <c>zh-Hans</c>.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(_chinese ? "zh-Hans" : "en-US");

    /// <summary>The locale of a tag that somebody sent (<c>zh-TW</c>, <c>en-GB</c>, <c>中文</c>, <c>english</c>).</summary>
    /// <returns>False when the text names neither language; <paramref name="locale"/> is then English.</returns>
    public static bool TryParse(string? text, out Locale locale)
    {
        var tag = text?.Trim().Replace('_', '-').ToLowerInvariant() ?? "";
        locale = English;
        if (
            tag is "zh" or "cn" or "chinese" or "中文" or "简体中文" or "汉语"
            || tag.StartsWith("zh-", StringComparison.Ordinal)
        )
            locale = Chinese;
        else if (tag is not ("en" or "english" or "英文" or "英语") && !tag.StartsWith("en-", StringComparison.Ordinal))
            return false;
        return true;
    }

    /// <summary>The locale of a tag; English for a tag of any other language.</summary>
    public static Locale Parse(string? tag) => TryParse(tag, out var locale) ? locale : English;

    /// <inheritdoc />
    public override string ToString() => Tag;
}
