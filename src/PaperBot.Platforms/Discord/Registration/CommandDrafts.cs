using PaperBot.Core.Commands;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Registration;

/// <summary>
/// The bot's commands as Discord registers them, made from the specs: the words of a name become a command, a group and
/// a subcommand. Where a command stands beside commands below it, which Discord cannot show, it becomes the subcommand
/// <see cref="Itself"/>.
/// </summary>
internal sealed class CommandDrafts(ICommandRouter router, OptionDrafts options, CommandWords words, MenuCommands menu)
{
    /// <summary>The subcommand that stands for the command above it.</summary>
    public const string Itself = "run";

    private static readonly ApplicationIntegrationType[] Installs =
    [
        ApplicationIntegrationType.GuildInstall,
        ApplicationIntegrationType.UserInstall,
    ];

    private static readonly InteractionContextType[] Contexts =
    [
        InteractionContextType.Guild,
        InteractionContextType.BotDm,
        InteractionContextType.PrivateChannel,
    ];

    public IReadOnlyList<ApplicationCommand> All() =>
        [
            .. router
                .Specs.Where(spec => spec.Listed)
                .GroupBy(spec => Words(spec)[0], StringComparer.Ordinal)
                .Select(group => Command(group.Key, [.. group])),
            .. menu.All()
                .Select(command => new ApplicationCommand
                {
                    Type = ApplicationCommandType.Message,
                    Name = words.English(command.TextKey, CommandWords.LongestName),
                    NameLocalizations = words.Localised(command.TextKey, CommandWords.LongestName),
                    IntegrationTypes = Installs,
                    Contexts = Contexts,
                }),
        ];

    private ApplicationCommand Command(string name, IReadOnlyList<CommandSpec> specs)
    {
        var single = specs is [var only] && only.Name == name ? only : null;
        var key = single is null ? $"discord.group.{name}" : single.TextKey + ".description";
        if (words.Localised(key, CommandWords.LongestDescription) is null)
            key = specs[0].TextKey + ".description";
        return new ApplicationCommand
        {
            Type = ApplicationCommandType.ChatInput,
            Name = name,
            NameLocalizations = CommandWords.Names(name, ChineseOf(specs, name)),
            Description = words.English(key, CommandWords.LongestDescription),
            DescriptionLocalizations = words.Localised(key, CommandWords.LongestDescription),
            Options = single is null ? Below(specs, 1) : options.Of(single),
            DefaultMemberPermissions = specs.All(spec => spec.WhoMay == WhoMay.PlaceManagers)
                ? Permissions.ManageGuild
                : null,
            IntegrationTypes = Installs,
            Contexts = Contexts,
        };
    }

    private List<CommandOption> Below(IReadOnlyList<CommandSpec> specs, int depth)
    {
        var below = new List<CommandOption>();
        foreach (var group in specs.GroupBy(spec => Words(spec).ElementAtOrDefault(depth) ?? Itself))
        {
            var deeper = group.Where(spec => Words(spec).Length > depth + 1).ToList();
            if (deeper.Count == 0)
                below.Add(Subcommand(group.Key, group.Single()));
            else
                below.Add(Group(group.Key, [.. group], depth));
        }
        return below;
    }

    private CommandOption Group(string name, IReadOnlyList<CommandSpec> specs, int depth)
    {
        var key = specs[0].TextKey + ".description";
        return new CommandOption
        {
            Type = ApplicationCommandOptionType.SubCommandGroup,
            Name = name,
            Description = words.English(key, CommandWords.LongestDescription),
            DescriptionLocalizations = words.Localised(key, CommandWords.LongestDescription),
            Options = Below(specs, depth + 1),
        };
    }

    private CommandOption Subcommand(string name, CommandSpec spec)
    {
        var key = spec.TextKey + ".description";
        var chinese = CommandWords.ChineseOf(
            spec.Aliases.Where(alias => !alias.Contains(' ', StringComparison.Ordinal))
        );
        return new CommandOption
        {
            Type = ApplicationCommandOptionType.SubCommand,
            Name = name,
            NameLocalizations = CommandWords.Names(name, chinese),
            Description = words.English(key, CommandWords.LongestDescription),
            DescriptionLocalizations = words.Localised(key, CommandWords.LongestDescription),
            Options = options.Of(spec),
        };
    }

    /// <summary>A group's Chinese name is the first word of its commands' longer aliases: <c>日报 订阅</c>.</summary>
    private static string? ChineseOf(IReadOnlyList<CommandSpec> specs, string name) =>
        specs is [var only] && only.Name == name
            ? CommandWords.ChineseOf(only.Aliases)
            : CommandWords.ChineseOf(
                specs
                    .SelectMany(spec => spec.Aliases)
                    .Where(alias => alias.Contains(' ', StringComparison.Ordinal))
                    .Select(alias => alias.Split(' ')[0])
            );

    private static string[] Words(CommandSpec spec) => spec.Name.Split(' ');
}
