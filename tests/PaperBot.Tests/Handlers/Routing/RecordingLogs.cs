using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Testing.Logging;

namespace PaperBot.Tests.Handlers.Routing;

/// <summary>Keeps what was logged, and has it watched for secrets and for what people wrote.</summary>
/// <param name="watch">What watches. Default: one whose faults fail the run.</param>
internal sealed class RecordingLogs(LogWatch? watch = null) : ILoggerProvider
{
    public ConcurrentQueue<(LogLevel Level, string Text, Exception? Exception)> Lines { get; } = new();

    public LogWatch Watch { get; } = watch ?? new LogWatch();

    public IEnumerable<string> At(LogLevel least) => Lines.Where(l => l.Level >= least).Select(l => l.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(RecordingLogs owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var text = formatter(state, exception);
            owner.Lines.Enqueue((logLevel, text, exception));
            if (LogWatch.Received(category, logLevel, state) is { } said)
                owner.Watch.Said(said);
            owner.Watch.Look(logLevel, text, exception);
        }
    }
}
