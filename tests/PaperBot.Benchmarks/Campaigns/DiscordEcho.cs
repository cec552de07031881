using PaperBot.Discord;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// A process of <see cref="DiscordLoad"/>: the echo on PaperBot's client. Arguments: <c>address token</c>. Ends when its
/// input ends.
/// </summary>
internal static class DiscordEcho
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var address, var token])
            return 2;
        using var client = new DiscordClient(new DiscordOptions { Token = token, ApiUrl = new Uri(address) });
        using var stop = new CancellationTokenSource();
        var running = EchoBot.RunAsync(client, stop.Token);
        await Console.In.ReadToEndAsync();
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
