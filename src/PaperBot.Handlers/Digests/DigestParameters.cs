using PaperBot.Core.Commands;
using PaperBot.Core.Digests;

namespace PaperBot.Handlers.Digests;

/// <summary>What can be chosen for a subscription, at first and later.</summary>
internal static class DigestParameters
{
    /// <summary>The longest list of words.</summary>
    private const int MostWords = 20;

    /// <summary>The parameter that names the categories.</summary>
    public static Parameter Categories { get; } = new("categories") { Aliases = ["分类"], MaxLength = 500 };

    /// <summary>Everything beside the categories.</summary>
    public static IReadOnlyList<Parameter> Others { get; } =
    [
        new Parameter("at") { Aliases = ["时间"], MaxLength = 40 },
        new Parameter("zone") { Aliases = ["时区"], MaxLength = 60 },
        new Parameter("days") { Aliases = ["日子"], MaxLength = 100 },
        Words("include", "包含"),
        Words("exclude", "排除"),
        Words("authors", "作者"),
        new Parameter("replacements", ParameterKind.Boolean) { Aliases = ["新版本"] },
        new Parameter("limit", ParameterKind.Integer)
        {
            Aliases = ["摘要数"],
            Minimum = 0,
            Maximum = DigestSettings.MostLimit,
        },
        new Parameter("style", ParameterKind.Choice)
        {
            Aliases = ["样式"],
            Choices = [new Choice("compact", "list", "紧凑", "列表"), new Choice("cards", "card", "卡片")],
        },
        new Parameter("role") { Aliases = ["身份组"], MaxLength = 60 },
    ];

    private static Parameter Words(string name, string alias) =>
        new(name)
        {
            Many = true,
            Aliases = [alias],
            MaxLength = 60,
            MaxCount = MostWords,
        };
}
