using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PaperBot.Testing.Storage;

/// <summary>
/// One PostgreSQL server for a whole test run, on loopback, in a temporary folder; started when the first test asks for
/// a database and stopped at the end. As root it runs as the user <c>postgres</c>, because it refuses to run as root.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "paperbot";
    private const int Attempts = 3;

    private static readonly string[] Homes = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin"];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "pb" + Guid.NewGuid().ToString("n")[..12]);
    private int _port;
    private int _databases;

    /// <summary>The folder of the programs; null where PostgreSQL is not installed.</summary>
    public static string? Programs { get; } = Homes.FirstOrDefault(home => File.Exists(Path.Combine(home, "initdb")));

    /// <summary>Makes an empty database; skips the test visibly where PostgreSQL is not installed.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        Assert.SkipWhen(Programs is null, "PostgreSQL 15 is not installed.");
        await _gate.WaitAsync();
        try
        {
            if (_port == 0)
                await StartAsync();
            var name = $"test{++_databases}";
            await RunAsync("createdb", "-h", "127.0.0.1", "-p", $"{_port}", "-U", User, name);
            return $"Host=127.0.0.1;Port={_port};Username={User};Database={name};Maximum Pool Size=20";
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs SQL in a database of this server, past everything that is being tested.</summary>
    public async Task<string> SqlAsync(string database, string sql) =>
        await RunAsync("psql", "-h", "127.0.0.1", "-p", $"{_port}", "-U", User, "-d", database, "-qAtX", "-c", sql);

    public async ValueTask DisposeAsync()
    {
        if (_port != 0)
            await RunAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        _gate.Dispose();
    }

    private async Task StartAsync()
    {
        var data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
            await ExecuteAsync("chown", ["postgres", _folder]);
        await RunAsync("initdb", "-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var settings =
                $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={_folder} "
                + "-c fsync=off -c max_connections=200";
            try
            {
                await RunAsync(
                    "pg_ctl",
                    ["-D", data, "-l", Path.Combine(_folder, "log"), "-o", settings, "-w", "start"]
                );
                _port = port;
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Somebody took the port in between.
            }
        }
    }

    private static Task<string> RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? ExecuteAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : ExecuteAsync(path, arguments);
    }

    private static async Task<string> ExecuteAsync(string program, string[] arguments)
    {
        // What the server inherits must not be a pipe that somebody reads to its end: output goes to files.
        using var process = new Process
        {
            StartInfo = new(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await errors}");
        return arguments.Contains("start") ? "" : (await output).Trim();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
