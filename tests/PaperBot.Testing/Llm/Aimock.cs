using System.Diagnostics;
using System.Text.Json;

namespace PaperBot.Testing.Llm;

/// <summary>The independent model server aimock, as a child process; see <c>npm/aimock.mjs</c> for what it answers.</summary>
public sealed class Aimock : IAsyncLifetime
{
    private Process? _process;

    /// <summary>The server's root.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        NodeScripts.RequireNode();
        var token = TestContext.Current.CancellationToken;
        await NodeScripts.Llm.InstallAsync(token);
        _process = NodeScripts.Llm.Start("aimock.mjs");
        var line = await _process.StandardOutput.ReadLineAsync(token);
        Address = new(line ?? await _process.StandardError.ReadToEndAsync(token));
    }

    /// <summary>The requests of which the last message has this text: body and headers as they came.</summary>
    public async Task<IReadOnlyList<(string Body, string Headers)>> JournalAsync(string text)
    {
        using var http = new HttpClient();
        var token = TestContext.Current.CancellationToken;
        await using var stream = await http.GetStreamAsync(new Uri(Address, "__aimock/journal"), token);
        using var journal = await JsonDocument.ParseAsync(stream, default, token);
        return
        [
            .. journal
                .RootElement.EnumerateArray()
                .Select(entry => (entry.GetProperty("body").GetRawText(), entry.GetProperty("headers").GetRawText()))
                .Where(entry => entry.Item1.Contains(text, StringComparison.Ordinal)),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
