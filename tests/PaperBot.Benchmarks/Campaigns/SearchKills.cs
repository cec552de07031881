using System.Diagnostics;
using System.Globalization;
using PaperBot.Search.Index;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign search-kills [kills] [seed]</c>: a real process takes changes into an index, is killed (SIGKILL) at a
/// random moment and started again, until so many kills; then every document must be there once and only once.
/// </summary>
internal static class SearchKills
{
    private const int Batch = 20;
    private const int ChangesPerKill = 400;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var time = TimeProvider.System;
        var kills = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 50;
        var seed = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("paperbot-kills-");
        var path = Path.Combine(folder.FullName, "kills.index");
        var changes = kills * ChangesPerKill;
        try
        {
            var (killed, atWork) = (0, 0);
            while (killed < kills)
            {
                using var worker = Worker(path, changes);
                await Task.Delay(TimeSpan.FromMilliseconds(200 + random.Next(1_500)), time);
                if (!worker.HasExited)
                    atWork++;
                worker.Kill();
                await worker.WaitForExitAsync();
                killed++;
            }
            using (var last = Worker(path, changes))
                await last.WaitForExitAsync();
            var wrong = Check(path, changes);
            await Console.Out.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {seed}: {killed} kills, {atWork} of them while the process ran; {changes} changes, {wrong} documents missing or double"
                )
            );
            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><c>campaign search-worker &lt;file&gt; &lt;changes&gt;</c>: what is killed.</summary>
    public static Task<int> WorkAsync(string[] arguments)
    {
        var changes = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        using var index = new FtsIndex(arguments[0]);
        while (index.LastChange is var after && after < changes)
        {
            var numbers = Enumerable.Range((int)after + 1, (int)Math.Min(Batch, changes - after));
            index.Apply([.. numbers.Select(Document)], [], Math.Min(changes, after + Batch));
        }
        return Task.FromResult(0);
    }

    private static int Check(string path, int changes)
    {
        using var index = new FtsIndex(path);
        var wrong = Math.Abs(index.Count - changes);
        for (var i = 1; i <= changes; i++)
        {
            var found = index.Search(Word(i), 3);
            if (found is not [{ Key: var key }] || key != $"{i}")
                wrong++;
        }
        return wrong;
    }

    private static IndexedDocument Document(int number) =>
        new(number.ToString(CultureInfo.InvariantCulture))
        {
            Title = Word(number),
            Body = string.Concat(Enumerable.Repeat("some text that every document has 每篇文章都有的文字 ", 20)),
        };

    // Digits are never taken for typing errors.
    private static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}x");

    private static Process Worker(string path, int changes)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        foreach (var argument in (string[])["campaign", "search-worker", path, $"{changes}"])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
