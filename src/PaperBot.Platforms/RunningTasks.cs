using System.Collections.Concurrent;

namespace PaperBot.Platforms;

/// <summary>
/// What is being done, to be waited for at the end. A task is taken out when it has ended, however early that is:
/// taking it out from inside can come before it is put in, and then it would stay for ever.
/// </summary>
internal sealed class RunningTasks
{
    private readonly ConcurrentDictionary<Task, bool> _tasks = new();

    /// <summary>How many are running.</summary>
    public int Count => _tasks.Count;

    /// <summary>Ends when all that run now have ended.</summary>
    public Task All => Task.WhenAll(_tasks.Keys);

    public void Add(Task task)
    {
        _tasks[task] = true;
        task.ContinueWith(
            ended => _tasks.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }
}
