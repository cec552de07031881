using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Testing.Logging;
using PaperBot.Tests.Handlers.Routing;

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
    [InlineData(LogLevel.Information, 1)]
    public async Task A_leak_that_is_planted_in_a_running_bot_is_found(LogLevel level, int expected)
    {
        await using var rig = new RouterRig() { Logs = new RecordingLogs(new LogWatch(_faults)) };
        var leak = rig.Services.GetRequiredService<ILoggerFactory>().CreateLogger("PaperBot.Somewhere");
        rig["paper"].Answer = (request, _) =>
        {
            Plant(leak, level, request.Line);
            return Task.FromResult<Outcome<Reply>>(Reply.Of("done"));
        };

        await rig.AskAsync("/paper why do heads differ in attention");

        _faults.Count.ShouldBe(expected);
    }

    [Fact]
    public void A_token_that_is_planted_in_an_exception_is_found_by_what_the_rigs_use()
    {
        using var logs = new RecordingLogs(new LogWatch(_faults));
        logs.Watch.Secret("abc.def");
        var failure = new IOException("Bot abc.def");

        logs.CreateLogger("PaperBot.Discord").Log(LogLevel.Trace, 0, "x", failure, (state, _) => state);

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

    private static void Plant(ILogger logger, LogLevel level, string text) =>
        logger.Log(level, 0, text, null, (state, _) => state);
}
