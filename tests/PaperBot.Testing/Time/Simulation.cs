namespace PaperBot.Testing.Time;

/// <summary>
/// Runs asynchronous code on a manual clock, on one thread and in one order: continuations are pumped in the order in
/// which they were posted, and only when none is left does time move to the next timer. So a run is repeatable to the
/// last step, and no test has to guess whether the workers are idle. Code that blocks, or that leaves the pump
/// (<c>Task.Run</c>, sockets, <c>CancelAsync</c>), has no place in it.
/// </summary>
public sealed class Simulation : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly Lock _gate = new();

    private BlockableThread? _blockable;

    private Simulation(ManualTimeProvider clock, bool mayBlock)
    {
        Clock = clock;
        if (mayBlock)
            _blockable = new(this);
    }

    /// <summary>The simulated time.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>Runs <paramref name="body"/> to its end, moving time whenever everything waits for it.</summary>
    /// <exception cref="InvalidOperationException">Everything waits and no timer is set: a deadlock.</exception>
    /// <exception cref="TimeoutException">The simulated time is longer than <paramref name="longest"/>.</exception>
    /// <param name="clock">The time.</param>
    /// <param name="body">What is run.</param>
    /// <param name="longest">Simulated time after which it counts as endless; a week by default.</param>
    /// <param name="mayBlock">Whether code may call <see cref="Block"/>; slower.</param>
    public static void Run(
        ManualTimeProvider clock,
        Func<Simulation, Task> body,
        TimeSpan? longest = null,
        bool mayBlock = false
    )
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(body);
        var simulation = new Simulation(clock, mayBlock);
        var outer = Current;
        SetSynchronizationContext(simulation);
        try
        {
            simulation.RunToEnd(body(simulation), clock.GetTimestamp() + (longest ?? TimeSpan.FromDays(7)).Ticks);
        }
        finally
        {
            SetSynchronizationContext(outer);
            simulation._blockable?.End();
        }
    }

    /// <summary>Blocks the thread of the code that calls it, as a deadlock would; the simulation goes on without it.</summary>
    /// <exception cref="InvalidOperationException">The simulation was not started for that.</exception>
    public void Block(WaitHandle until)
    {
        ArgumentNullException.ThrowIfNull(until);
        var thread = _blockable ?? throw new InvalidOperationException("Start the simulation with mayBlock.");
        _blockable = new(this);
        thread.GiveUp();
        until.WaitOne();
    }

    /// <summary>
    /// What a task ended with, null for success. <c>Should.ThrowAsync</c> and <c>CancelAsync</c> leave the pump, so that
    /// time runs away meanwhile.
    /// </summary>
    public static async Task<Exception?> EndOf(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        await task.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
        );
        return task.IsCanceled ? new TaskCanceledException(task) : task.Exception?.InnerException;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
            _posted.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A simulation has one thread; nobody may wait for it.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Completes when everything that could run without time moving has run.</summary>
    public async Task SettleAsync()
    {
        // Each yield puts this behind all that was posted; a round in which nothing else was posted is quiet.
        int before;
        do
        {
            before = Pending;
            await Task.Yield();
        } while (before > 0 || Pending > 0);
    }

    private int Pending
    {
        get
        {
            lock (_gate)
                return _posted.Count;
        }
    }

    private void RunToEnd(Task task, long end)
    {
        while (true)
        {
            while (TryTake(out var next))
                if (_blockable is { } thread)
                    thread.Run(() => next.Callback(next.State));
                else
                    next.Callback(next.State);
            if (task.IsCompleted)
                break;
            if (!Clock.AdvanceToNext())
                throw new InvalidOperationException("Everything waits, and no timer is set.");
            if (Clock.GetTimestamp() > end)
                throw new TimeoutException($"The simulation is still running at {Clock.GetUtcNow():O}.");
        }

        task.GetAwaiter().GetResult();
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_gate)
            return _posted.TryDequeue(out next);
    }
}
