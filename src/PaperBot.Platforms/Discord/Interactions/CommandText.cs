using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>Reads what somebody chose and filled in as a command line.</summary>
internal sealed class CommandText(ICommandRouter router, MenuCommands menu)
{
    private const int MostPapers = 20;

    private static readonly char[] BetweenValues = [',', '，', '、', ';', '；'];

    /// <summary>The command that was chosen and its options; null for one that the bot no longer has.</summary>
    public (CommandSpec Spec, IReadOnlyList<InteractionOption> Options)? Find(InteractionData data)
    {
        var path = new List<string> { data.Name ?? "" };
        var options = data.Options ?? [];
        while (options is [{ Type: var type } below] && IsPath(type))
        {
            path.Add(below.Name);
            options = below.Options ?? [];
        }
        if (path.Count > 1 && path[^1] == CommandDrafts.Itself)
            path.RemoveAt(path.Count - 1);
        var name = string.Join(' ', path);
        return router.Specs.FirstOrDefault(spec => spec.Name == name) is { } spec ? (spec, options) : null;
    }

    /// <summary>The line, as somebody would have typed it.</summary>
    public static string LineOf(CommandSpec spec, IReadOnlyList<InteractionOption> options)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var option in options)
            if (
                option.Type != ApplicationCommandOptionType.Attachment
                && CommonParameters.Find(spec, option.Name) is { } parameter
                && option.Text is { Length: > 0 } text
            )
                values[parameter.Name] = parameter.Many ? Many(parameter, text) : text;
        return CommandLine.Format(spec, new Arguments(values));
    }

    /// <summary>The line of a command from a message's menu; null when the
    /// message has nothing for it.</summary>
    public string? LineOf(InteractionData data)
    {
        if (menu.Named(data.Name ?? "") is not { } command || data.TargetId is not { } target)
            return null;
        var message = data.Resolved?.Messages?.GetValueOrDefault(target);
        var text = TextOf(message);
        return command.Kind switch
        {
            MenuCommandKind.Latex when router.Specs.FirstOrDefault(s => s.Name == "latex") is { } latex => text.Length
            == 0
                ? null
                : CommandLine.Format(latex, (latex.Parameters.First(p => p.Verbatim).Name, text)),
            MenuCommandKind.Ask => PapersIn(text) is [var first, ..] ? $"/ask {first} {CommandLine.Ask}" : null,
            _ => PapersIn(text) is { Count: > 0 } papers ? "/paper " + string.Join(' ', papers) : null,
        };
    }

    private static List<ArxivId> PapersIn(string text) =>
        [.. ArxivId.FindAll(text).Select(found => found.Id).Distinct().Take(MostPapers)];

    private static string TextOf(Message? message)
    {
        var embeds = message?.Embeds?.SelectMany(embed => new[] { embed.Url, embed.Title, embed.Description }) ?? [];
        return string.Join('\n', embeds.Prepend(message?.Content).Where(text => !string.IsNullOrEmpty(text)));
    }

    private static string[] Many(Parameter parameter, string text)
    {
        const StringSplitOptions clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var values = text.Split(BetweenValues, clean);
        return parameter.Kind == ParameterKind.Paper
            ? [.. values.SelectMany(value => value.Split((char[]?)null, clean))]
            : values;
    }

    private static bool IsPath(ApplicationCommandOptionType type) =>
        type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;
}
