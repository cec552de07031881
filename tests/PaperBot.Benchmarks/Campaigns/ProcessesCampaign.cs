using System.Diagnostics;
using System.Globalization;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>-- campaign queue-processes [seconds] [seed]</c>: real processes over one SQLite file at a pace of 100 ms. A long
/// one is killed and started again, short ones run beside it, and a server writes down what arrives.
/// </summary>
internal static class ProcessesCampaign
{
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var time = TimeProvider.System;
        var seconds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 60;
        var seed = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("paperbot-queue-");
        var file = Path.Combine(folder.FullName, "slots.db");
        var server = new ArrivalServer(time, new Random(seed));
        var kills = 0;
        var ends = 0;
        var failures = 0;
        var began = time.GetTimestamp();
        try
        {
            // The first creates the database alone.
            await EndAsync(Worker(file, server.Port, 1));
            while (time.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds))
            {
                using var host = Worker(file, server.Port, 10_000);
                for (var i = 0; i < 2; i++)
                {
                    using var beside = Worker(file, server.Port, 5);
                    failures += await EndAsync(beside) == 0 ? 0 : 1;
                    ends++;
                    await Task.Delay(TimeSpan.FromMilliseconds(random.Next(400)), time);
                }

                host.Kill();
                await host.WaitForExitAsync();
                kills++;
            }
        }
        finally
        {
            await server.DisposeAsync();
            folder.Delete(recursive: true);
        }

        var arrivals = server.Arrivals;
        var gaps = arrivals.Zip(arrivals.Skip(1), (a, b) => time.GetElapsedTime(a, b)).ToList();
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}: {arrivals.Count} requests of {kills} killed and {ends} ended processes ({failures} failed) in {time.GetElapsedTime(began).TotalSeconds:F0} s; smallest gap {gaps.Min().TotalMilliseconds:F2} ms, median {gaps.Order().ElementAt(gaps.Count / 2).TotalMilliseconds:F2} ms, {server.MostAtOnce} at once"
            )
        );
        return gaps.Min() >= Pace && server.MostAtOnce == 1 && failures == 0 ? 0 : 1;
    }

    private static Process Worker(string file, int port, int calls)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        foreach (var argument in (string[])["campaign", "queue-worker", file, $"{port}", $"{calls}"])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<int> EndAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
