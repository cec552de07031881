using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat;

/// <summary>The language of somebody of whom nothing is known but what they write.</summary>
internal static class WeChatLanguage
{
    private const int MostEnglish = 2;

    /// <summary>Chinese, unless somebody writes a few words of English and none of Chinese.</summary>
    public static Locale Of(string text)
    {
        if (text.Any(c => c >= '\u3400' && char.IsLetter(c)))
            return Locale.Chinese;
        var words = text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Count(word => word.Length > 1 && word.All(char.IsAsciiLetter));
        return words >= MostEnglish ? Locale.English : Locale.Chinese;
    }
}
