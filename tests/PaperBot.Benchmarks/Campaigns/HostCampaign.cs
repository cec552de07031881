using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign host &lt;program&gt;</c>: time from process start to the first answered <c>exec</c>, memory of the host
/// at rest and after 10,000 commands through the page's own interface. The program is a published build.
/// </summary>
internal static class HostCampaign
{
    private const int Commands = 10_000;
    private const int AtOnce = 16;
    private const int Starts = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var program, ..])
        {
            await Console.Error.WriteLineAsync("usage: campaign host <path of the published PaperBot.Host>");
            return 2;
        }
        var folder = Directory.CreateTempSubdirectory("paperbot-campaign-");
        try
        {
            await FirstAnswerAsync(program, folder.FullName);
            return await MemoryAsync(program, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FirstAnswerAsync(string program, string folder)
    {
        var seconds = new List<double>();
        for (var i = 0; i <= Starts; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            using var process = Start(program, folder, ["exec", "/help"]);
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            // The first run makes the database and warms the disk.
            if (i > 0)
                seconds.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }
        seconds.Sort();
        Say($"exec, start to end: median {seconds[Starts / 2]:F2} s, least {seconds[0]:F2} s, most {seconds[^1]:F2} s");
    }

    private static async Task<int> MemoryAsync(string program, string folder)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var authority = address.GetLeftPart(UriPartial.Authority);
        using var process = Start(
            program,
            folder,
            [
                $"--Web:Url={authority}",
                "--samples",
                "--Limits:Person:0:Count=1000000",
                "--Limits:Person:1:Count=1000000",
                "--Limits:Person:2:Count=1000000",
                "--Logging:LogLevel:Default=Warning",
            ]
        );
        while (
            await process.StandardOutput.ReadLineAsync() is { } line
            && !line.Contains("listens", StringComparison.Ordinal)
        ) { }
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Origin", authority);
        await http.GetStringAsync("/");
        var atRest = Megabytes(process);
        var asked = 0;
        var figures = new List<string>();
        while (asked < Commands)
        {
            await AskAsync(http, asked, asked += Commands / 4);
            figures.Add(string.Create(CultureInfo.InvariantCulture, $"{asked}: {Megabytes(process):F0} MB"));
        }
        process.Kill();
        await process.WaitForExitAsync();
        Say($"host at rest: {atRest:F0} MB; after commands {string.Join(", ", figures)}");
        return 0;
    }

    // Each command is asked and waited for, in chats of its own, a few at once.
    private static Task AskAsync(HttpClient http, int from, int to) =>
        Parallel.ForEachAsync(
            Enumerable.Range(from, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, cancellationToken) =>
            {
                var chat = string.Create(CultureInfo.InvariantCulture, $"/api/chats/campaign-{i % AtOnce}-{i / 50}");
                var message = new
                {
                    id = string.Create(CultureInfo.InvariantCulture, $"message-{i}"),
                    text = "/help cite",
                };
                while (true)
                {
                    using var asked = await http.PostAsJsonAsync(chat + "/messages", message, cancellationToken);
                    // 200: answered. 202: taken, asked again until it is. 503: too many at once.
                    if (asked.StatusCode == HttpStatusCode.OK)
                        return;
                    if (asked.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable))
                        throw new InvalidOperationException($"The host answered {asked.StatusCode}.");
                    await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
                }
            }
        );

    private static Process Start(string program, string folder, IReadOnlyList<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;

    private static double Megabytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1e6;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
