using System.Diagnostics;
using System.Text.Json.Nodes;
using PaperBot.Testing;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>
/// npm's <c>discord-digital-twin</c>, a simulated Discord by somebody else, in a process of its own: it takes a line of
/// JSON and answers with one, as its script says.
/// </summary>
internal sealed class Twin : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private Twin(Process process) => _process = process;

    /// <summary>Where its REST interface is.</summary>
    public Uri Api { get; private set; } = null!;

    /// <summary>The token that it takes.</summary>
    public string Token { get; private set; } = "";

    public static async Task<Twin> StartAsync()
    {
        await NodeScripts.Discord.InstallAsync(TestContext.Current.CancellationToken);
        var process = NodeScripts.Discord.Start("twin.mjs");
        process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginErrorReadLine();
        var twin = new Twin(process);
        var first = await twin.ReadAsync();
        (twin.Api, twin.Token) = (new Uri(Wire.Text(first["url"])!), Wire.Text(first["token"])!);
        return twin;
    }

    /// <summary>Has a person do something and waits for what the bot makes of it.</summary>
    public async Task<JsonObject> DoAsync(JsonObject what)
    {
        await _process.StandardInput.WriteLineAsync(what.ToJsonString());
        await _process.StandardInput.FlushAsync();
        var answer = await ReadAsync();
        answer["error"].ShouldBeNull();
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private async Task<JsonObject> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith('{'))
                return JsonNode.Parse(line)!.AsObject();
        throw new InvalidOperationException("The twin ended.");
    }
}
