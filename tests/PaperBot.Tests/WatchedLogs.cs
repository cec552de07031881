using PaperBot.Testing.Logging;

namespace PaperBot.Tests;

/// <summary>At the end of the whole suite: no log of any bot that a test started held a secret or a person's words.</summary>
public sealed class WatchedLogs : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        var (lines, texts) = LogWatch.Seen;
        TestContext.Current.SendDiagnosticMessage($"{lines} log lines were watched for {texts} texts.");
        LogWatch.Faults.Distinct().ShouldBeEmpty();
        return ValueTask.CompletedTask;
    }
}
