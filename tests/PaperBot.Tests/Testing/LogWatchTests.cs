using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Testing.Logging;

namespace PaperBot.Tests.Testing;

public sealed class LogWatchTests
{
    private const string Said = "/ask 1706.03762 why do heads differ";

    private readonly ConcurrentQueue<string> _faults = new();

    [Fact]
    public void A_secret_is_found_at_every_level()
    {
        var watch = new LogWatch(_faults);
        watch.Secret("abc.def");

        watch.Look(LogLevel.Trace, "token abc.def", null);

        _faults.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(LogLevel.Trace, 0)]
    [InlineData(LogLevel.Debug, 1)]
    [InlineData(LogLevel.Error, 1)]
    public void What_somebody_wrote_is_found_above_trace(LogLevel level, int expected)
    {
        var watch = new LogWatch(_faults);
        watch.Said(Said);

        watch.Look(level, "failed: 1706.03762 why do heads differ", null);

        _faults.Count.ShouldBe(expected);
    }

    [Fact]
    public void A_line_before_the_text_was_known_is_looked_at_too_and_exceptions_are()
    {
        var watch = new LogWatch(_faults);

        watch.Look(LogLevel.Debug, "failed", new InvalidOperationException(Said));
        watch.Said(Said);

        _faults.Count.ShouldBe(1);
    }

    [Fact]
    public void Numbers_of_papers_are_nobodys_words()
    {
        var watch = new LogWatch(_faults);
        watch.Said("/paper 1706.03762 2401.00001");

        watch.Look(LogLevel.Debug, "Found paper 1706.03762 2401.00001.", null);

        _faults.ShouldBeEmpty();
    }
}
