using PaperBot.Core.Outcomes;

namespace PaperBot.Storage.Engines;

/// <summary>Tries again while waiting may help, for a bounded time; then it says what is wrong.</summary>
internal sealed class Patience(TimeProvider time, Random random, TimeSpan bound)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();

    /// <exception cref="StorageException">It did not pass in time, or waiting cannot help.</exception>
    public async Task<T> RunAsync<T>(Engine engine, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            Fault fault;
            Exception cause;
            try
            {
                return await attempt();
            }
            catch (UncertainCommitException uncertain)
            {
                throw new StorageException(Fault.Unreachable.ToError(time), uncertain);
            }
            catch (Exception exception) when (engine.FaultOf(exception) is { } known)
            {
                (fault, cause) = (known, exception);
            }

            var wait = Wait(tries);
            if (!fault.MayPass() || time.GetElapsedTime(began) + wait > bound)
                throw new StorageException(fault.ToError(time), cause);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan Wait(int tries)
    {
        double share;
        lock (_gate)
            share = random.NextDouble();
        var full = First * Math.Pow(2, Math.Min(tries, 10));
        return (full < Longest ? full : Longest) * (0.5 + share / 2);
    }
}
