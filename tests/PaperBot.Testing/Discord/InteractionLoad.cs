using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord;

/// <summary>Many people who run one command at a steady rate, and how long each waits for the first answer.</summary>
public sealed class InteractionLoad(DiscordSimulator simulator, IReadOnlyList<SimUser> people, SimChannel channel)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = simulator.World.Time;

    /// <summary>At a rate, whether answers come or not.</summary>
    public async Task<LoadFigures> AtRateAsync(
        string command,
        int count,
        double perSecond,
        Action<int>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var start = _time.GetTimestamp();
        var sent = new List<SimInteraction>(count);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5), _time);
        while (sent.Count < count)
        {
            await tick.WaitForNextTickAsync(cancellationToken);
            var due = Math.Min(count, (int)(_time.GetElapsedTime(start).TotalSeconds * perSecond));
            while (sent.Count < due)
            {
                sent.Add(Run(command, sent.Count));
                progress?.Invoke(sent.Count);
            }
        }

        return await FiguresAsync(sent, start, cancellationToken);
    }

    /// <summary>As fast as answers come, with so many unanswered at a time.</summary>
    public async Task<LoadFigures> AtOnceAsync(
        string command,
        int count,
        int unanswered,
        CancellationToken cancellationToken = default
    )
    {
        var start = _time.GetTimestamp();
        var sent = new List<SimInteraction>(count);
        using var places = new SemaphoreSlim(unanswered);
        while (sent.Count < count)
        {
            await places.WaitAsync(Patience, cancellationToken);
            var interaction = Run(command, sent.Count);
            sent.Add(interaction);
            _ = interaction.Answered.ContinueWith(
                _ => places.Release(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }

        return await FiguresAsync(sent, start, cancellationToken);
    }

    private SimInteraction Run(string command, int number) =>
        simulator.People.Run(people[number % people.Count], channel, command);

    private async Task<LoadFigures> FiguresAsync(
        List<SimInteraction> sent,
        long start,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(Patience, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        Task all = Task.WhenAll(sent.Select(interaction => interaction.Answered));
        await all.WaitAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var took = _time.GetElapsedTime(start);
        var waits = sent.Where(interaction => interaction.AnsweredAt is not null)
            .Select(interaction => interaction.AnsweredAt!.Value - interaction.CreatedAt)
            .Order()
            .ToArray();
        return new LoadFigures(sent.Count, waits, took);
    }
}
