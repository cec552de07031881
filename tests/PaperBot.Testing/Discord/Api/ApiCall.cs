using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.Gateway;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>A request that has found its route.</summary>
internal sealed class ApiCall
{
    public required ApiRequest Request { get; init; }

    public required SimWorld World { get; init; }

    public required GatewayHub Hub { get; init; }

    /// <summary>The parts of the path that stood for placeholders.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public JsonNode? Json { get; init; }

    public IReadOnlyDictionary<int, UploadedFile> Files { get; init; } = new Dictionary<int, UploadedFile>();

    public JsonObject Body => Json as JsonObject ?? [];

    public ulong Id(string name) => Wire.Id(Values[name]);

    public SimChannel Channel(string name = "channel", Rights needed = Rights.None)
    {
        if (!World.Channels.TryGetValue(Id(name), out var channel))
            throw ApiException.UnknownChannel;
        var rights = channel.RightsOf(World.Bot.Id);
        if (rights == Rights.None)
            throw ApiException.MissingAccess;
        return rights.HasFlag(needed) ? channel : throw ApiException.MissingPermissions;
    }

    public SimMessage Message(SimChannel channel) =>
        channel.Messages.FirstOrDefault(m => m.Id == Id("message") && !m.IsEphemeral)
        ?? throw ApiException.UnknownMessage;

    public SimGuild Guild() =>
        World.Guilds.TryGetValue(Id("guild"), out var guild) ? guild : throw ApiException.MissingAccess;
}
