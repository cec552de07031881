using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>The sentences about lines that cannot be understood.</summary>
internal static class ParseErrors
{
    public static Error TooLong(int length) =>
        Errors.UserInput("line.long", ("length", length), ("most", CommandLine.MaxLength));

    public static Error Empty() => Errors.UserInput("line.empty");

    public static Error UnknownCommand(string typed, IReadOnlyList<string> near) =>
        near.Count == 0
            ? Errors.UserInput("command.unknown", ("typed", Shown("/" + typed)))
            : Errors.UserInput("command.near", ("typed", Shown("/" + typed)), ("near", List(near, "/")));

    public static Error Subcommand(string group, IEnumerable<CommandSpec> commands) =>
        Errors.UserInput(
            "command.group",
            ("group", Shown("/" + group)),
            ("commands", List([.. commands.Select(c => c.Name)], "/"))
        );

    public static Error UnknownParameter(CommandSpec spec, string key, IReadOnlyList<string> near) =>
        near.Count == 0
            ? Errors.UserInput("parameter.unknown", ("typed", Shown(key + ":")), Usage(spec))
            : Errors.UserInput("parameter.near", ("typed", Shown(key + ":")), ("near", List(near, "", ":")));

    public static Error Missing(CommandSpec spec, Parameter parameter) =>
        Errors.UserInput("parameter.missing", ("parameter", parameter.Name), Usage(spec));

    public static Error NoValue(CommandSpec spec, Parameter parameter) =>
        Errors.UserInput("parameter.empty", ("parameter", parameter.Name), Usage(spec));

    public static Error Twice(CommandSpec spec, Parameter parameter) =>
        Errors.UserInput("parameter.twice", ("parameter", parameter.Name), Usage(spec));

    public static Error Extra(CommandSpec spec, string typed) =>
        Errors.UserInput("line.extra", ("typed", Shown(typed)), Usage(spec));

    public static Error ValueTooLong(Parameter parameter, int length) =>
        Errors.UserInput(
            "parameter.long",
            ("parameter", parameter.Name),
            ("length", length),
            ("most", parameter.MaxLength)
        );

    public static Error TooMany(Parameter parameter, int count) =>
        Errors.UserInput(
            "parameter.many",
            ("parameter", parameter.Name),
            ("count", count),
            ("most", parameter.MaxCount)
        );

    public static Error NotANumber(Parameter parameter, string typed) =>
        Errors.UserInput(
            parameter.Kind == ParameterKind.Integer ? "parameter.integer" : "parameter.number",
            ("parameter", parameter.Name),
            ("typed", Shown(typed))
        );

    public static Error OutOfRange(Parameter parameter, string typed) =>
        (parameter.Minimum, parameter.Maximum) switch
        {
            ({ } minimum, { } maximum) => Errors.UserInput(
                "parameter.between",
                ("parameter", parameter.Name),
                ("minimum", minimum),
                ("maximum", maximum),
                ("typed", Shown(typed))
            ),
            ({ } minimum, null) => Errors.UserInput(
                "parameter.least",
                ("parameter", parameter.Name),
                ("minimum", minimum),
                ("typed", Shown(typed))
            ),
            _ => Errors.UserInput(
                "parameter.most",
                ("parameter", parameter.Name),
                ("maximum", parameter.Maximum),
                ("typed", Shown(typed))
            ),
        };

    public static Error NotABoolean(Parameter parameter, string typed) =>
        Errors.UserInput("parameter.boolean", ("parameter", parameter.Name), ("typed", Shown(typed)));

    public static Error NotAChoice(Parameter parameter, string typed, IReadOnlyList<string> near) =>
        near.Count == 0
            ? Errors.UserInput(
                "parameter.choice",
                ("parameter", parameter.Name),
                ("typed", Shown(typed)),
                ("choices", List([.. parameter.Choices.Select(c => c.Value)], ""))
            )
            : Errors.UserInput(
                "parameter.choice.near",
                ("parameter", parameter.Name),
                ("typed", Shown(typed)),
                ("near", List(near, ""))
            );

    public static Error NoSuchFile(Parameter parameter, string typed) =>
        Errors.UserInput("parameter.file", ("parameter", parameter.Name), ("typed", Shown(typed)));

    private static (string, object?) Usage(CommandSpec spec) => ("usage", new UsageText(spec));

    private static string Shown(string typed) => MarkdownText.Code(InputText.Shorten(typed));

    private static string List(IReadOnlyList<string> items, string before, string after = "") =>
        string.Join(", ", items.Select(item => MarkdownText.Code(before + item + after)));
}
