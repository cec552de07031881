using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Status;
using PaperBot.Testing.Health;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Requests;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Status;

public sealed class StatusTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeStorageStatus _storage = new();

    [Fact]
    public async Task All_is_well_in_one_sentence_and_the_figures_follow()
    {
        var outcome = await AskAsync(Queue());

        var text = outcome.Text();
        text.ShouldStartWith("How I am\nAll is well, and nothing waits.\n\n- Storage: SQLite 3.50.4, schema 7, 2.5 MB");
        text.ShouldContain("- Version 1.2.3, running for 2 h");
        text.ShouldContain("0 waiting (room for 1,000), 1 under way");
        text.ShouldContain("Pace: one request every 3 s");
        text.ShouldContain("Breaker: closed");
        text.ShouldContain("Last error: none");
        text.ShouldContain("12 attempts, 2 throttled, 1 rebuild, slots used 99");
    }

    [Fact]
    public async Task What_is_wrong_comes_first()
    {
        var opensAt = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        var text = (
            await AskAsync(
                Queue() with
                {
                    Waiting = 4,
                    Breaker = BreakerState.Open,
                    OpensAt = opensAt,
                    ExpectedWait = TimeSpan.FromSeconds(90),
                    LastError = Errors.Internal("request.worn"),
                    LastErrorAt = _clock.GetUtcNow(),
                }
            )
        ).Text();

        text.ShouldStartWith("How I am\narxiv-api does not answer properly just now");
        text.ShouldContain($"nothing is sent until {TimeToken.Of(opensAt)}");
        text.ShouldContain("Expected wait for a new request: 90 s");
        text.ShouldContain($"Last error ({TimeToken.Of(_clock.GetUtcNow())}): The bot was interrupted");
    }

    [Fact]
    public async Task A_broken_database_is_said()
    {
        _storage.Status = Errors.UpstreamDown("closing", null);

        (await AskAsync(Queue())).Text().ShouldStartWith("How I am\nThe database does not work just now.");
    }

    [Fact]
    public async Task About_names_the_version_and_leads_on()
    {
        var handler = new AboutHandler(Host(), HandlerRig.Texts);

        var card = (await handler.AskAsync("/关于", Locale.Chinese)).Value.Cards.Single();

        card.Title.ShouldBe("PaperBot 1.2.3");
        card.Actions.Select(action => action.Line).ShouldBe(["/help", "/privacy", "/status"]);
    }

    private Task<Outcome<Reply>> AskAsync(QueueStatus queue)
    {
        var handler = new StatusHandler(
            new FakeQueueMonitor(queue),
            _storage,
            new InMemoryAcceptedRequestStore(_clock),
            Host(),
            new QueueLines(HandlerRig.Texts, new ErrorWords(HandlerRig.Texts, _clock)),
            HandlerRig.Texts,
            _clock
        );
        return handler.AskAsync("/status");
    }

    private HostFacts Host() => new("1.2.3", _clock.GetUtcNow() - TimeSpan.FromHours(2), "process");

    private static QueueStatus Queue() =>
        new(
            "arxiv-api",
            Waiting: 0,
            UnderWay: 1,
            Capacity: 1_000,
            Pace: TimeSpan.FromSeconds(3),
            ExpectedWait: null,
            BreakerState.Closed,
            OpensAt: null,
            LastError: null,
            LastErrorAt: null,
            Attempts: 12,
            Throttled: 2,
            Rebuilds: 1,
            Utilisation: 0.99
        );
}
