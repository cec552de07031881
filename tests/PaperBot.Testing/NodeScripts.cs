using System.Diagnostics;

namespace PaperBot.Testing;

/// <summary>Runs scripts of a folder with a package.json; its packages are installed once, when they are missing.</summary>
public sealed class NodeScripts(string folder)
{
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>The folder <c>tests/PaperBot.Testing/Discord/npm</c>.</summary>
    public static NodeScripts Discord { get; } =
        new(Path.Combine(TestData.RepositoryRoot, "tests", "PaperBot.Testing", "Discord", "npm"));

    /// <summary>The folder <c>tests/PaperBot.Testing/Llm/npm</c>.</summary>
    public static NodeScripts Llm { get; } =
        new(Path.Combine(TestData.RepositoryRoot, "tests", "PaperBot.Testing", "Llm", "npm"));

    /// <summary>The folder <c>tests/PaperBot.Testing/WeChat/npm</c>.</summary>
    public static NodeScripts WeCom { get; } =
        new(Path.Combine(TestData.RepositoryRoot, "tests", "PaperBot.Testing", "WeChat", "npm"));

    /// <summary>Skips the test visibly where there is no node.</summary>
    public static void RequireNode() => Assert.SkipWhen(Find("node") is null, "No node on this machine.");

    /// <summary>Runs a script to its end.</summary>
    /// <returns>Its exit code and everything that it printed.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(
        string script,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    )
    {
        await InstallAsync(cancellationToken);
        return await StartAsync("node", [script, .. arguments], cancellationToken);
    }

    /// <summary>Installs what the lock file says, unless that is there already.</summary>
    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        await Installing.WaitAsync(cancellationToken);
        try
        {
            var installed = Path.Combine(folder, "node_modules", ".package-lock.json");
            var wanted = Path.Combine(folder, "package-lock.json");
            if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted))
                return;
            var (code, output) = await StartAsync("npm", ["ci", "--no-audit", "--no-fund"], cancellationToken);
            code.ShouldBe(0, output);
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Starts a script that keeps running; the caller ends it.</summary>
    public Process Start(string script, params IReadOnlyList<string> arguments) =>
        Launch("node", [script, .. arguments]);

    private async Task<(int ExitCode, string Output)> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var process = Launch(program, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private Process Launch(string program, IReadOnlyList<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(Find(program) ?? program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            }
        )!;

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(part => Path.Combine(part, program))
            .FirstOrDefault(File.Exists);
}
