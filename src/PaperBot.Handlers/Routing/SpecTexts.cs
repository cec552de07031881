using PaperBot.Core.Commands;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing;

/// <summary>The texts of specs, by their keys.</summary>
internal static class SpecTexts
{
    private const string Common = "command.common";

    public static string Description(ITexts texts, Locale locale, CommandSpec spec) =>
        texts.Get(locale, spec.TextKey + ".description");

    public static string Description(ITexts texts, Locale locale, CommandSpec spec, Parameter parameter) =>
        texts.Get(locale, KeyOf(spec, parameter));

    public static IReadOnlyList<string> Examples(ITexts texts, Locale locale, CommandSpec spec) =>
        (texts.Find(locale, spec.TextKey + ".examples") ?? "").Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );

    public static string? More(ITexts texts, Locale locale, CommandSpec spec) =>
        texts.Find(locale, spec.TextKey + ".more");

    public static string ChoiceLabel(
        ITexts texts,
        Locale locale,
        CommandSpec spec,
        Parameter parameter,
        Choice choice
    ) => texts.Find(locale, ChoiceKeyOf(spec, parameter, choice)) ?? choice.Value;

    public static string KeyOf(CommandSpec spec, Parameter parameter) =>
        $"{(CommonParameters.All.Contains(parameter) ? Common : spec.TextKey)}.parameter.{parameter.Name}";

    public static string ChoiceKeyOf(CommandSpec spec, Parameter parameter, Choice choice) =>
        $"{KeyOf(spec, parameter)}.choice.{choice.Value}";

    /// <summary>Between a name and what is said about it.</summary>
    public static string Colon(Locale locale) => locale.IsChinese ? "：" : ": ";
}
