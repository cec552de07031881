using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>Who and where, from what Discord tells.</summary>
internal static class InteractionPlaces
{
    private const Permissions Managing = Permissions.ManageGuild | Permissions.Administrator;
    private const Permissions Moderating = Permissions.ManageMessages | Permissions.Administrator;

    public static Place PlaceOf(Interaction interaction)
    {
        var channel = interaction.Channel?.Id ?? interaction.ChannelId ?? interaction.Id;
        if (interaction is { GuildId: null, Context: InteractionContextType.PrivateChannel })
            return new Place(DiscordIds.Place(channel), PlaceKind.Group);
        var thread = interaction.Channel is { IsThread: true, ParentId: { } parent } ? parent : (Snowflake?)null;
        return PlaceOf(channel, thread, interaction.GuildId);
    }

    /// <param name="channel">Where.</param>
    /// <param name="parent">The channel that it is a thread of; null when it is none.</param>
    /// <param name="guild">The server; null for a direct message.</param>
    public static Place PlaceOf(Snowflake channel, Snowflake? parent, Snowflake? guild)
    {
        var id = DiscordIds.Place(channel);
        if (guild is not { } server)
            return new Place(id);
        return parent is { } above
            ? new Place(id, PlaceKind.Thread, DiscordIds.Place(above), DiscordIds.Place(server))
            : new Place(id, PlaceKind.Group, DiscordIds.Place(server));
    }

    /// <summary>What the router is told of an interaction.</summary>
    public static Incoming IncomingOf(Interaction interaction, User user, string text) =>
        new()
        {
            Id = DiscordIds.Request(interaction.Id),
            Text = text,
            Person = PersonOf(user),
            Place = PlaceOf(interaction),
            Conversation = DiscordIds.Conversation(interaction.Channel?.Id ?? interaction.ChannelId ?? interaction.Id),
            Locale = LocaleOf(interaction),
            ManagesPlace = Manages(interaction),
            Groups = [.. interaction.Member?.Roles?.Select(role => role.ToString()) ?? []],
        };

    public static Person PersonOf(User user) => new(DiscordIds.Person(user.Id), user.GlobalName ?? user.Username);

    public static Locale? LocaleOf(Interaction interaction) => interaction.Locale is { } tag ? Locale.Parse(tag) : null;

    public static bool Manages(Interaction interaction) =>
        PlaceOf(interaction).Kind == PlaceKind.Direct || Has(interaction, Managing);

    public static bool Moderates(Interaction interaction) => Has(interaction, Moderating);

    private static bool Has(Interaction interaction, Permissions any) =>
        interaction.Member?.Permissions is { } has && (has & any) != 0;
}
