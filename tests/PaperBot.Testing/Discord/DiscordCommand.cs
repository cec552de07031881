using System.Globalization;
using System.Runtime.InteropServices;
using PaperBot.Testing.Discord.Server;

namespace PaperBot.Testing.Discord;

/// <summary><c>discord [--port N]</c>: the simulated Discord with a small guild, until it is interrupted.</summary>
internal static class DiscordCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var port = 0;
        if (
            args is ["--port", var text] && !int.TryParse(text, CultureInfo.InvariantCulture, out port)
            || args.Length is not (0 or 2)
        )
        {
            await Console.Error.WriteLineAsync("Usage: discord [--port N]");
            return 2;
        }

        var simulator = new DiscordSimulator();
        var town = simulator.AddTown();
        await using var server = await SimulatorServer.StartAsync(simulator, port);
        Console.WriteLine($"Page:   {server.Url}");
        Console.WriteLine($"API:    {server.ApiUrl}");
        Console.WriteLine($"Token:  {simulator.Options.Token}");
        Console.WriteLine($"Guild:  {town.Guild.Id}   Owner: {town.Ada.Id}");
        Console.WriteLine(
            simulator.ChecksSchemas ? "Requests are held against Discord's description." : "No description found."
        );
        var stop = new TaskCompletionSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        await stop.Task;
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
