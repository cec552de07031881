using PaperBot.Core.Commands;
using PaperBot.Core.Preferences;

namespace PaperBot.Handlers.Preferences;

/// <summary>What can be chosen, by persons and by places alike.</summary>
internal static class PreferenceParameters
{
    /// <summary>The value that takes a choice back.</summary>
    public const string Default = "default";

    private static readonly string[] Defaults = [Default, "none", "reset", "auto", "-", "默认", "清除", "无"];

    public static IReadOnlyList<Parameter> All { get; } =
    [
        new Parameter(PreferenceName.Language, ParameterKind.Choice)
        {
            Aliases = ["语言"],
            Choices =
            [
                new Choice("en", "english", "en-US", "英文", "英语"),
                new Choice("zh", "chinese", "zh-CN", "zh-TW", "中文", "汉语"),
                new Choice(Default, [.. Defaults[1..]]),
            ],
        },
        new Parameter(PreferenceName.Zone) { Aliases = ["timezone", "时区"], MaxLength = 100 },
        new Parameter(PreferenceName.Categories) { Aliases = ["分类"], MaxLength = 500 },
    ];

    public static bool IsDefault(string value) => Defaults.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
}
