using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Web.Views;

/// <summary>What a visitor can type, from the commands' specs.</summary>
internal sealed class CommandViews(ICommandRouter router, IAdministrators administrators, ITexts texts)
{
    public IReadOnlyList<CommandView> For(PersonId person, Locale locale) =>
        [
            .. router
                .Specs.Where(spec => spec.Listed)
                .Where(spec => spec.WhoMay != WhoMay.Administrators || administrators.Contains(person))
                .Select(spec => View(spec, locale)),
        ];

    private CommandView View(CommandSpec spec, Locale locale) =>
        new(
            spec.Name,
            spec.Aliases,
            Text(locale, spec.TextKey + ".description"),
            [.. spec.Parameters.Select(parameter => View(spec, parameter, locale))]
        );

    private ParameterView View(CommandSpec spec, Parameter parameter, Locale locale)
    {
        var key = $"{spec.TextKey}.parameter.{parameter.Name}";
        return new(
            parameter.Name,
            KindName(parameter.Kind),
            parameter.Required,
            parameter.Positional,
            parameter.Verbatim,
            parameter.Many,
            Text(locale, key),
            [.. parameter.Choices.Select(c => new ChoiceView(c.Value, Text(locale, $"{key}.choice.{c.Value}")))]
        );
    }

    private string Text(Locale locale, string key) => texts.Find(locale, key) ?? "";

    private static string KindName(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Integer => "integer",
            ParameterKind.Number => "number",
            ParameterKind.Choice => "choice",
            ParameterKind.Boolean => "boolean",
            ParameterKind.Paper => "paper",
            ParameterKind.File => "file",
            _ => "text",
        };
}
