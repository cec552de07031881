using PaperBot.Core.Commands;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Discord.Registration;

/// <summary>The commands of a message's menu: those whose command the bot has.</summary>
internal sealed class MenuCommands(ICommandRouter router, ITexts texts)
{
    private static readonly (string Command, MenuCommand Menu)[] Known =
    [
        ("paper", new MenuCommand(MenuCommandKind.LookUp, "discord.menu.papers")),
        ("ask", new MenuCommand(MenuCommandKind.Ask, "discord.menu.ask")),
        ("latex", new MenuCommand(MenuCommandKind.Latex, "discord.menu.latex")),
    ];

    public IEnumerable<MenuCommand> All() =>
        Known.Where(known => router.Specs.Any(spec => spec.Name == known.Command)).Select(known => known.Menu);

    public MenuCommand? Named(string name) =>
        All().FirstOrDefault(command => texts.Find(Locale.English, command.TextKey) == name);
}
