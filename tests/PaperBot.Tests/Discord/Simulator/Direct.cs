using PaperBot.Discord;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Discord.Simulator;

/// <summary>The client and the simulator in one process, without a gateway, on a manual clock.</summary>
internal sealed class Direct : IDisposable
{
    public Direct(SimulatorOptions? options = null, Func<TimeSpan>? delay = null)
    {
        Simulator = new DiscordSimulator(Clock, options);
        Town = Simulator.AddTown();
        Client = new DiscordClient(
            new DiscordOptions { Token = Simulator.Options.Token, ApiUrl = new Uri("http://discord.invalid/api/v10") },
            new DiscordSeams
            {
                Http = new InProcessHttp(Simulator, delay),
                Time = Clock,
                Random = new Random(5),
            }
        );
        Simulator.World.Commands[0].Add(Command("paper", 1, []));
    }

    public ManualTimeProvider Clock { get; } = new();

    public DiscordSimulator Simulator { get; }

    public Town Town { get; }

    public DiscordClient Client { get; }

    public Snowflake Channel => new(Town.Papers.Id);

    public Snowflake App => new(Simulator.World.ApplicationId);

    public static Interaction Wire(SimInteraction interaction) =>
        new()
        {
            Id = new Snowflake(interaction.Id),
            ApplicationId = new Snowflake(ulong.Parse(interaction.Json["application_id"]!.ToString(), null)),
            Token = interaction.Token,
        };

    public SimInteraction Run() => Simulator.People.Run(Town.Ada, Town.Papers, "paper");

    public void Dispose() => Client.Dispose();

    private System.Text.Json.Nodes.JsonObject Command(
        string name,
        int type,
        System.Text.Json.Nodes.JsonArray options
    ) =>
        new()
        {
            ["id"] = $"{Simulator.World.NextId()}",
            ["name"] = name,
            ["type"] = type,
            ["description"] = "x",
            ["options"] = options,
        };
}
