using System.Globalization;

namespace PaperBot.Testing.Arxiv;

/// <summary>
/// The simulator by hand: <c>arxiv [--port N] [--corpus file] [--fault name[:rate]] [--old]</c>. A corpus is JSON Lines
/// (also .gz); several faults may be named.
/// </summary>
internal static class ArxivCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new ArxivSimulatorOptions();
        var faults = new List<(ArxivFault Fault, double Rate)>();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--port" when int.TryParse(value, CultureInfo.InvariantCulture, out var port):
                    options = options with { Port = port };
                    i++;
                    break;
                case "--corpus" when File.Exists(value):
                    options = options with { Corpus = ArxivCorpus.Load(value) };
                    i++;
                    break;
                case "--fault" when TryFault(value, out var fault):
                    faults.Add(fault);
                    i++;
                    break;
                case "--old":
                    options = options with { Generation = AtomGeneration.Old };
                    break;
                default:
                    await Console.Error.WriteLineAsync(
                        "arxiv [--port N] [--corpus file.jsonl[.gz]] [--fault name[:rate]] [--old]; faults: "
                            + string.Join(' ', ArxivFaults.Known.Keys)
                    );
                    return 2;
            }
        }

        await using var simulator = await ArxivSimulator.StartAsync(options);
        simulator.Announcements.Spread = true;
        if (faults.Count > 0)
            simulator.Faults.Some(faults.Max(pair => pair.Rate), 1, [.. faults.Select(pair => pair.Fault)]);
        await Console.Out.WriteLineAsync($"Arxiv__ApiUrl={simulator.ApiUrl}");
        await Console.Out.WriteLineAsync($"Arxiv__FeedUrl={simulator.FeedUrl}");
        await Console.Out.WriteLineAsync($"Arxiv__SiteUrl={simulator.Address}");
        await Console.Out.WriteLineAsync(
            $"{options.Corpus.Papers.Count} papers; what reached it: {simulator.Address}_simulator"
        );
        await simulator.RunToEndAsync();
        return 0;
    }

    private static bool TryFault(string text, out (ArxivFault Fault, double Rate) fault)
    {
        fault = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rate = 1.0;
        if (colon >= 0 && !double.TryParse(text[(colon + 1)..], CultureInfo.InvariantCulture, out rate))
            return false;
        if (!ArxivFaults.Known.TryGetValue(colon < 0 ? text : text[..colon], out var known))
            return false;
        fault = (known, rate);
        return true;
    }
}
