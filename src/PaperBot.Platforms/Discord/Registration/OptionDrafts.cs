using PaperBot.Core.Commands;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Registration;

/// <summary>The parameters of a command as Discord's options.</summary>
internal sealed class OptionDrafts(ICommandRouter router, CommandWords words)
{
    private const int MostOptions = 25;
    private const int MostChoices = 25;
    private const int LongestText = 6_000;
    private const int LongestChoice = 100;

    public IReadOnlyList<CommandOption> Of(CommandSpec spec)
    {
        var common = CommonParameters.All.Where(p => spec.Find(p.Name) is null);
        var all = spec.Parameters.Concat(common).OrderByDescending(p => p.Required).Take(MostOptions).ToList();
        var chinese = new HashSet<string>(StringComparer.Ordinal);
        return [.. all.Select(parameter => Of(spec, parameter, chinese))];
    }

    private CommandOption Of(CommandSpec spec, Parameter parameter, HashSet<string> taken)
    {
        var key = CommandWords.ParameterKey(spec, parameter);
        var chinese = CommandWords.ChineseOf(parameter.Aliases);
        if (chinese is not null && !taken.Add(chinese))
            chinese = null;
        var type = TypeOf(parameter.Kind);
        var choices = ChoicesOf(parameter, key);
        var isText = type == ApplicationCommandOptionType.String && choices is null;
        return new CommandOption
        {
            Type = type,
            Name = parameter.Name,
            NameLocalizations = CommandWords.Names(parameter.Name, chinese),
            Description = words.English(key, CommandWords.LongestDescription),
            DescriptionLocalizations = words.Localised(key, CommandWords.LongestDescription),
            Required = parameter.Required ? true : null,
            Choices = choices,
            MinValue = IsNumber(type) ? parameter.Minimum : null,
            MaxValue = IsNumber(type) ? parameter.Maximum : null,
            MaxLength = isText ? Math.Min(LongestText, LengthOf(parameter)) : null,
            Autocomplete = isText && !parameter.Verbatim && router.Suggests(spec, parameter) ? true : null,
        };
    }

    private List<CommandChoice>? ChoicesOf(Parameter parameter, string key)
    {
        if (parameter.Kind != ParameterKind.Choice || parameter.Choices.Count > MostChoices)
            return null;
        return
        [
            .. parameter.Choices.Select(choice =>
            {
                var text = $"{key}.choice.{choice.Value}";
                var names = words.Localised(text, LongestChoice);
                return CommandChoice.Of(names?["en-US"] ?? choice.Value, choice.Value) with
                {
                    NameLocalizations = names,
                };
            }),
        ];
    }

    private static int LengthOf(Parameter parameter) => parameter.Many ? LongestText : parameter.MaxLength;

    private static bool IsNumber(ApplicationCommandOptionType type) =>
        type is ApplicationCommandOptionType.Integer or ApplicationCommandOptionType.Number;

    private static ApplicationCommandOptionType TypeOf(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Integer => ApplicationCommandOptionType.Integer,
            ParameterKind.Number => ApplicationCommandOptionType.Number,
            ParameterKind.Boolean => ApplicationCommandOptionType.Boolean,
            ParameterKind.File => ApplicationCommandOptionType.Attachment,
            _ => ApplicationCommandOptionType.String,
        };
}
