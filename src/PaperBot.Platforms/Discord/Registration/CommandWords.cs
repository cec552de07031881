using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Discord.Registration;

/// <summary>Names and descriptions in the languages that the bot speaks, within Discord's lengths.</summary>
internal sealed class CommandWords(ITexts texts)
{
    public const int LongestName = 32;
    public const int LongestDescription = 100;

    private static readonly string[] EnglishTags = ["en-US", "en-GB"];

    // zh-TW reads the same strings until there is a table that converts them.
    private static readonly string[] ChineseTags = ["zh-CN", "zh-TW"];

    /// <summary>A text in every language; null when there is none.</summary>
    public Dictionary<string, string>? Localised(string key, int longest)
    {
        if (texts.Find(Locale.English, key) is not { } english)
            return null;
        var chinese = texts.Find(Locale.Chinese, key) ?? english;
        return Table(Cut(english, longest), Cut(chinese, longest));
    }

    /// <summary>A text in one language.</summary>
    public string In(Locale locale, string key, int longest) => Cut(texts.Find(locale, key) ?? key, longest);

    public string English(string key, int longest) => Cut(texts.Find(Locale.English, key) ?? key, longest);

    /// <summary>A name with its Chinese form, when there is one that Discord takes.</summary>
    public static Dictionary<string, string> Names(string name, string? chinese) =>
        Table(name, chinese is not null && IsName(chinese) ? chinese : name);

    /// <summary>The Chinese name among some aliases: the first one without Latin letters.</summary>
    public static string? ChineseOf(IEnumerable<string> aliases) =>
        aliases.FirstOrDefault(alias => alias.Any(c => c > 0x2E7F) && IsName(alias));

    public static string ParameterKey(CommandSpec spec, Parameter parameter) =>
        CommonParameters.All.Contains(parameter)
            ? $"command.common.parameter.{parameter.Name}"
            : $"{spec.TextKey}.parameter.{parameter.Name}";

    public static string Cut(string text, int longest)
    {
        var runes = text.EnumerateRunes().ToList();
        if (runes.Count <= longest)
            return text;
        var cut = new StringBuilder();
        foreach (var rune in runes.Take(longest - 1))
            cut.Append(rune);
        return cut.Append('…').ToString();
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => (char.IsLetterOrDigit(c) && !char.IsUpper(c)) || c is '-' or '_');

    private static Dictionary<string, string> Table(string english, string chinese)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in EnglishTags)
            table[tag] = english;
        foreach (var tag in ChineseTags)
            table[tag] = chinese;
        return table;
    }
}
