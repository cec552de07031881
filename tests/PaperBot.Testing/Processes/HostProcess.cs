using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using PaperBot.Testing.Logging;

namespace PaperBot.Testing.Processes;

/// <summary>The bot as a process of its own, to be killed and started again over the same folder and port.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly string[] Secret = ["Token", "Key", "Secret", "Password"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _program;
    private readonly Dictionary<string, string> _settings;
    private readonly List<string> _arguments;
    private readonly LogWatch _watch = new();
    private Process? _process;

    /// <param name="settings">By configuration key (<c>Arxiv:Interval</c>).</param>
    /// <param name="arguments">For example <c>--samples</c>.</param>
    /// <param name="program">The host's assembly. Default: the one beside the tests.</param>
    public HostProcess(
        IReadOnlyDictionary<string, string>? settings = null,
        IEnumerable<string>? arguments = null,
        string? program = null
    )
    {
        Folder = Directory.CreateTempSubdirectory("paperbot-host").FullName;
        Url = new Uri($"http://127.0.0.1:{FreePort()}/");
        _program = program ?? Path.Combine(AppContext.BaseDirectory, "PaperBot.Host.dll");
        _arguments = [.. arguments ?? []];
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            if (IsSecret(key) && value.Length > 0)
                _watch.Secret(value);
        _settings = new(settings ?? new Dictionary<string, string>())
        {
            ["Web:Url"] = Url.GetLeftPart(UriPartial.Authority),
            ["Storage:Directory"] = Folder,
        };
    }

    /// <summary>Whether an option's value is a secret, by its name.</summary>
    public static bool IsSecret(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Secret.Any(word => key.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Where its page is; the same after a restart.</summary>
    public Uri Url { get; }

    /// <summary>Where its database is.</summary>
    public string Folder { get; }

    /// <summary>What it wrote since its last start.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Somebody wrote this to the bot: it must not stand in what the bot logs.</summary>
    public void Said(string text) => _watch.Said(text);

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(_program);
        foreach (var argument in _arguments)
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in _settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Output = "";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Note(line.Data, listening);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("It ended:\n" + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await listening.Task.WaitAsync(Patience, TimeProvider.System);
    }

    /// <summary>Ends it without a word, as the kernel would.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private void Note(string? line, TaskCompletionSource listening)
    {
        if (line is null)
            return;
        Output += line + "\n";
        // The console shows nothing below information unless a test asks for it.
        _watch.Look(LogLevel.Information, line, null);
        if (line.Contains("listens at", StringComparison.Ordinal))
            listening.TrySetResult();
    }

    /// <summary>A port of loopback that is free now.</summary>
    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
