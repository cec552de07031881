using PaperBot.Testing.Discord.Api;
using PaperBot.Testing.Discord.Gateway;
using PaperBot.Testing.Discord.Schemas;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord;

/// <summary>
/// A simulated Discord: HTTP API and gateway, faithful to the documentation as far as bots of this kind need it. Put
/// <see cref="Server.SimulatorServer"/> in front of it for real connections, or use <see cref="InProcessHttp"/>.
/// </summary>
public sealed class DiscordSimulator
{
    /// <summary>An empty Discord; <see cref="Town"/> makes a small inhabited one.</summary>
    public DiscordSimulator(TimeProvider? time = null, SimulatorOptions? options = null)
    {
        Options = options ?? new SimulatorOptions();
        World = new SimWorld(time ?? TimeProvider.System, Options);
        var folder = Options.Schemas;
        Hub = new GatewayHub(World, Log, folder is null ? null : Gateways(folder));
        Api = new SimulatedApi(World, Hub, Log, folder is null ? null : Descriptions(folder));
        People = new People(World, Hub);
    }

    public SimulatorOptions Options { get; }

    public SimulatorLog Log { get; } = new();

    public SimWorld World { get; }

    public GatewayHub Hub { get; }

    public SimulatedApi Api { get; }

    public People People { get; }

    /// <summary>Whether requests and frames are held against Discord's descriptions.</summary>
    public bool ChecksSchemas => Options.Schemas is not null;

    /// <summary>Two people, a guild with two channels, and the bot in it.</summary>
    public Town AddTown()
    {
        lock (World.Gate)
        {
            var ada = World.AddUser("Ada");
            var lin = World.AddUser("Lin", "zh-CN");
            var guild = World.AddGuild("Reading Circle", ada);
            World.Join(guild, lin);
            return new Town(guild, ada, lin, World.AddChannel(guild, "papers"), World.AddChannel(guild, "talk"));
        }
    }

    private static readonly Lock Loading = new();
    private static readonly Dictionary<string, GatewaySchemas> LoadedGateways = [];
    private static readonly Dictionary<string, OpenApiDescription> LoadedDescriptions = [];

    /// <summary>A megabyte of schema each: read once for all simulators of a process.</summary>
    private static GatewaySchemas Gateways(string folder)
    {
        lock (Loading)
        {
            return LoadedGateways.TryGetValue(folder, out var loaded)
                ? loaded
                : LoadedGateways[folder] = GatewaySchemas.Load(Path.Combine(folder, "gateway"));
        }
    }

    private static OpenApiDescription Descriptions(string folder)
    {
        lock (Loading)
        {
            return LoadedDescriptions.TryGetValue(folder, out var loaded)
                ? loaded
                : LoadedDescriptions[folder] = OpenApiDescription.Load(Path.Combine(folder, "openapi.json"));
        }
    }
}
