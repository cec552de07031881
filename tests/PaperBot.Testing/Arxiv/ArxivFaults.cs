using System.Text.Json;

namespace PaperBot.Testing.Arxiv;

/// <summary>Which requests go wrong, and how: the next ones, all, or some by a seeded chance.</summary>
public sealed class ArxivFaults
{
    private readonly Lock _gate = new();
    private readonly Queue<ArxivFault> _next = [];
    private ArxivFault? _always;
    private IReadOnlyList<ArxivFault> _some = [];
    private double _rate;
    private Random _random = new(1);

    /// <summary>The faults that are known by name without any file.</summary>
    public static IReadOnlyDictionary<string, ArxivFault> Known { get; } =
        new ArxivFault[]
        {
            new("429", 429, "Rate exceeded.") { Headers = Type("text/plain") },
            new("429-stalled", 429, "Rate exceeded.")
            {
                Headers = Type("text/plain"),
                Delay = TimeSpan.FromSeconds(15.6),
            },
            new("200-rate-exceeded", 200, "Rate exceeded.") { Headers = Type("text/plain") },
            new("406", 406, "") { Headers = Type("text/html") },
            new("503", 503, "<html><body><h1>503</h1></body></html>")
            {
                Headers = new Dictionary<string, string> { ["Retry-After"] = "7", ["Content-Type"] = "text/html" },
            },
            new("500", 500, ""),
            new("403", 403, "<html><body>captcha</body></html>") { Headers = Type("text/html") },
            new("redirect", 301, "") { Headers = new Dictionary<string, string> { ["Location"] = "/elsewhere" } },
            new("empty", 200, ""),
            new("html", 200, "<!DOCTYPE html><html><body>Checking your browser</body></html>")
            {
                Headers = Type("text/html"),
            },
            new("malformed", 200, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry></feed>"),
            new("bomb", 200, Bomb),
            new(
                "deep",
                200,
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + string.Concat(Enumerable.Repeat("<a>", 100_000))
            ),
            new("endless", 200, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>" + new string('a', 60_000))
            {
                Manner = FaultManner.Endless,
            },
            new("cut") { Manner = FaultManner.Cut },
            new("slow") { Manner = FaultManner.Slow },
            new("stall") { Manner = FaultManner.Stall },
        }.ToDictionary(fault => fault.Name);

    private static string Bomb =>
        "<?xml version=\"1.0\"?><!DOCTYPE f [<!ENTITY a \"aaaaaaaaaa\">"
        + string.Concat("bcdefghij".Select(Entity))
        + "]><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&j;</title></feed>";

    private static string Entity(char name) =>
        $"<!ENTITY {name} \"{string.Concat(Enumerable.Repeat($"&{(char)(name - 1)};", 10))}\">";

    /// <summary>Reads fault cases: name, status, headers, delay_seconds, body.</summary>
    public static IReadOnlyList<ArxivFault> Load(string path)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. cases
                .RootElement.EnumerateArray()
                .Select(item => new ArxivFault(
                    item.GetProperty("name").GetString()!,
                    item.GetProperty("status").GetInt32(),
                    item.GetProperty("body").GetString()
                )
                {
                    Delay = TimeSpan.FromSeconds(item.GetProperty("delay_seconds").GetDouble()),
                    Headers = item.GetProperty("headers")
                        .EnumerateObject()
                        .ToDictionary(h => h.Name, h => h.Value.GetString()!),
                }),
        ];
    }

    /// <summary>The next <paramref name="times"/> requests go wrong.</summary>
    public void Next(ArxivFault fault, int times = 1)
    {
        lock (_gate)
        {
            for (var i = 0; i < times; i++)
                _next.Enqueue(fault);
        }
    }

    /// <summary>Every request goes wrong; null for none.</summary>
    public void Always(ArxivFault? fault)
    {
        lock (_gate)
            _always = fault;
    }

    /// <summary>A share of the requests (0 to 1) goes wrong in one of these ways.</summary>
    public void Some(double rate, int seed, params IReadOnlyList<ArxivFault> faults)
    {
        lock (_gate)
            (_rate, _random, _some) = (rate, new(seed), faults);
    }

    /// <summary>What happens to this request; null when nothing does.</summary>
    internal ArxivFault? Draw()
    {
        lock (_gate)
        {
            if (_next.TryDequeue(out var next))
                return next;
            if (_always is not null)
                return _always;
            return _some.Count > 0 && _random.NextDouble() < _rate ? _some[_random.Next(_some.Count)] : null;
        }
    }

    private static Dictionary<string, string> Type(string type) => new() { ["Content-Type"] = type };
}
