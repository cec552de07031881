using System.Diagnostics;

namespace PaperBot.Tests.Host;

/// <summary>Runs the built program as somebody's script would, with a data folder of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperbot-host-");

    public string Folder => _folder.FullName;

    /// <summary>What goes into the environment of every run.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Runs it to its end.</summary>
    public Task<Result> RunAsync(params IReadOnlyList<string> args) => RunAsync("", args);

    /// <summary>Runs it with something on standard input.</summary>
    public async Task<Result> RunAsync(string input, IReadOnlyList<string> args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Result(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it and leaves the streams to the test.</summary>
    public Process Start(IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "PaperBot.Host"), args)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var name in (string[])["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"])
        {
            start.Environment.Remove(name);
            start.Environment.Remove(name.ToLowerInvariant());
        }
        start.Environment["TZ"] = "UTC";
        start.Environment["Storage__Directory"] = Path.Combine(Folder, "data");
        // Nothing here may reach the real arXiv: this port of this machine answers nobody.
        start.Environment["Arxiv__ApiUrl"] = "http://127.0.0.1:9/api/query";
        start.Environment["Arxiv__FeedUrl"] = "http://127.0.0.1:9/atom/";
        start.Environment["Arxiv__SiteUrl"] = "http://127.0.0.1:9/";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>How a run ended.</summary>
    internal sealed record Result(int Status, string Output, string Error);
}
