using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>Hears what owners are told.</summary>
internal sealed class HeardNotices : IOwnerNotices
{
    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    private readonly List<(Place Place, string Reason)> _told = [];

    public IReadOnlyList<(Place Place, string Reason)> Told
    {
        get
        {
            lock (_told)
                return [.. _told];
        }
    }

    public Task<bool> TellAsync(Place place, string reason, Message text, CancellationToken cancellationToken)
    {
        lock (_told)
            _told.Add((place, reason));
        return Task.FromResult(true);
    }

    public Task ForgetAsync(Place place, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Until it was told, so many times and nothing else.</summary>
    public async Task HeardAsync(string reason, int times = 1)
    {
        using var ceiling = new CancellationTokenSource(Ceiling, TimeProvider.System);
        while (Told.Count < times)
            await Task.Delay(Moment, TimeProvider.System, ceiling.Token);
        Told.Select(told => told.Reason).ShouldBe(Enumerable.Repeat(reason, times));
    }
}
