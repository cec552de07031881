using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Privacy;
using PaperBot.Storage.Privacy;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Storage;

public sealed class AgeLimitsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task They_are_enforced_once_a_day_and_a_failure_stops_nothing()
    {
        var token = TestContext.Current.CancellationToken;
        var failing = new Kind(() => throw new StorageException(Errors.Internal("storage.full")));
        var working = new Kind(() => 3);
        using var job = new AgeLimits([failing, working], _clock, NullLogger<AgeLimits>.Instance);
        await job.StartAsync(token);
        await _clock.WhenTimers(1);
        working.Runs.ShouldBe(0);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await _clock.WhenTimers(1);
        for (var day = 0; day < 3; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await _clock.WhenTimers(1);
        }

        working.Runs.ShouldBe(4);
        failing.Runs.ShouldBe(4);
        await job.StopAsync(token);
    }

    private sealed class Kind(Func<int> expire) : IPersonalData
    {
        public int Runs { get; private set; }

        public string Name => "kind";

        public TimeSpan Kept => TimeSpan.FromDays(1);

        public Task<int> CountAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult(0);

        public Task<int> EraseAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult(0);

        public Task<int> ExpireAsync(CancellationToken cancellationToken)
        {
            Runs++;
            return Task.FromResult(expire());
        }
    }
}
