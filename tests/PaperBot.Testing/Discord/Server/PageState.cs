using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Server;

/// <summary>What the page shows.</summary>
internal static class PageState
{
    public static JsonObject Of(DiscordSimulator simulator)
    {
        var world = simulator.World;
        lock (world.Gate)
        {
            return new JsonObject
            {
                ["connected"] = simulator.Hub.Connected,
                ["violations"] = new JsonArray([
                    .. simulator.Log.Violations.TakeLast(20).Select(v => JsonValue.Create(v)),
                ]),
                ["users"] = new JsonArray([.. world.Users.Values.Where(u => !u.Bot).Select(User)]),
                ["channels"] = new JsonArray([.. world.Channels.Values.Select(c => Channel(world, c))]),
            };
        }
    }

    /// <summary>What the person sees at once after an action: a form, proposals, or that nothing came.</summary>
    public static JsonObject Answer(SimInteraction interaction) =>
        new()
        {
            ["token"] = interaction.Token,
            ["failed"] = interaction.CallbackType is null,
            ["modal"] = interaction.Modal?.DeepClone(),
            ["choices"] = new JsonArray([.. interaction.Choices.Select(c => c.DeepClone())]),
        };

    private static JsonObject User(SimUser user) =>
        new()
        {
            ["id"] = $"{user.Id}",
            ["name"] = user.Name,
            ["locale"] = user.Locale,
        };

    private static JsonObject Channel(SimWorld world, SimChannel channel) =>
        new()
        {
            ["id"] = $"{channel.Id}",
            ["name"] = channel.Name ?? string.Join(", ", channel.People.Where(p => !p.Bot).Select(p => p.Name)),
            ["type"] = channel.Type,
            ["commands"] = new JsonArray([.. world.CommandsIn(channel).Select(c => c.DeepClone())]),
            ["messages"] = new JsonArray([.. channel.Messages.TakeLast(100).Select(Message)]),
        };

    private static JsonObject Message(SimMessage message)
    {
        var json = message.ToJson();
        json["only"] = message.EphemeralFor is { } id ? $"{id}" : null;
        return json;
    }
}
