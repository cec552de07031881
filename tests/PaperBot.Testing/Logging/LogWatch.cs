using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaperBot.Testing.Logging;

/// <summary>
/// Watches the logs of one bot: no secret at any level, and nothing that a person wrote above trace. What people wrote
/// it learns from the router, which logs it at trace. What all watches of a run saw is in <see cref="Faults"/>.
/// </summary>
/// <param name="faults">Where faults are noted. Default: where the end of the run looks.</param>
public sealed class LogWatch(ConcurrentQueue<string>? faults = null)
{
    /// <summary>Shorter texts stand in logs by chance.</summary>
    private const int Shortest = 12;

    private const int Remembered = 500;
    private const string Router = "PaperBot.Handlers.Routing.CommandRouter";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Queue<string> _recent = new();

    /// <summary>What stood in a log and should not, in this whole process.</summary>
    public static ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>How many lines were looked at, and how many texts of people were looked for, in this whole process.</summary>
    public static (long Lines, long Texts) Seen => (Interlocked.Read(ref _lines), Interlocked.Read(ref _texts));

    private static long _lines;
    private static long _texts;

    /// <summary>Something that no log may have at any level.</summary>
    public void Secret(string value)
    {
        lock (_gate)
            _secrets.Add(value);
    }

    /// <summary>Something that a person wrote.</summary>
    public void Said(string text)
    {
        if (Telling(text) is not { } telling)
            return;
        lock (_gate)
        {
            if (!_said.Add(telling))
                return;
            Interlocked.Increment(ref _texts);
            foreach (var line in _recent)
                Check(line, telling, "what somebody wrote");
        }
    }

    /// <summary>Looks at a line.</summary>
    public void Look(LogLevel level, string text, Exception? exception)
    {
        Interlocked.Increment(ref _lines);
        var line = exception is null ? text : text + "\n" + exception;
        lock (_gate)
        {
            foreach (var secret in _secrets)
                Check(line, secret, "a secret");
            if (level == LogLevel.Trace)
                return;
            foreach (var said in _said)
                Check(line, said, "what somebody wrote");
            _recent.Enqueue(line);
            if (_recent.Count > Remembered)
                _recent.Dequeue();
        }
    }

    /// <summary>What the router received, when the line says that.</summary>
    public static string? Received<TState>(string category, LogLevel level, TState state) =>
        category == Router && level == LogLevel.Trace && state is IReadOnlyList<KeyValuePair<string, object?>> values
            ? values.FirstOrDefault(value => value.Key == "Text").Value as string
            : null;

    /// <summary>The part of a text that its author chose: behind the command, unless it consists of papers' numbers.</summary>
    private static string? Telling(string text)
    {
        var trimmed = text.Trim();
        var start = trimmed is ['/' or '、', ..] ? trimmed.IndexOf(' ', StringComparison.Ordinal) + 1 : 0;
        var rest = start == 0 && trimmed is ['/' or '、', ..] ? "" : trimmed[start..].Trim();
        return rest.Length >= Shortest && rest.Any(char.IsLetter) ? rest : null;
    }

    private void Check(string line, string part, string what)
    {
        if (line.Contains(part, StringComparison.Ordinal))
            (faults ?? Faults).Enqueue($"{what} stands in a log: {line}");
    }
}
