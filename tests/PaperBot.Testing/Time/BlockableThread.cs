using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace PaperBot.Testing.Time;

/// <summary>Runs a simulation's steps on a thread that may get stuck in one of them.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A stuck thread may still wait on the semaphores.")]
internal sealed class BlockableThread
{
    private readonly SemaphoreSlim _go = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private Action? _step;
    private ExceptionDispatchInfo? _failure;
    private volatile bool _isGivenUp;

    public BlockableThread(SynchronizationContext context)
    {
        var thread = new Thread(() => Loop(context)) { IsBackground = true };
        thread.Start();
    }

    /// <summary>Runs a step to its end, or until it blocks.</summary>
    public void Run(Action step)
    {
        _step = step;
        _go.Release();
        _done.Wait();
        _failure?.Throw();
    }

    /// <summary>Its present step is about to block.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        _done.Release();
    }

    /// <summary>No further step comes.</summary>
    public void End()
    {
        _isGivenUp = true;
        _go.Release();
    }

    private void Loop(SynchronizationContext context)
    {
        SynchronizationContext.SetSynchronizationContext(context);
        while (!_isGivenUp)
        {
            _go.Wait();
            if (_isGivenUp)
                return;
            try
            {
                _step!();
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }

            _done.Release();
        }
    }
}
