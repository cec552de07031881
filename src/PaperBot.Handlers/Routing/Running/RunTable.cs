using PaperBot.Core.Commands;
using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>
/// The requests that are being answered by this process. Whether one joins another or begins is decided in one step,
/// so that two equal events at the same moment are one answer and one count.
/// </summary>
internal sealed class RunTable(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RunKey, Run> _byKey = [];
    private readonly HashSet<Run> _runs = [];
    private TaskCompletionSource? _idle;

    /// <summary>How many are being answered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _runs.Count;
        }
    }

    /// <summary>True when this process answers the request, or is about to.</summary>
    public bool IsTaken(RequestId id)
    {
        lock (_gate)
            return _runs.Any(run => run.IsTaken && run.Incoming.Id == id);
    }

    /// <summary>Lets a request in or joins it to the same one.</summary>
    public Admission Enter(Incoming incoming, ReadCommand command)
    {
        RunKey? key = command.HasFiles ? null : new(incoming.Person.Id, incoming.Place.Id, command.Line);
        lock (_gate)
        {
            if (_idle is not null)
                return new Admission.Closing();
            // To join itself would put the line about that in the place of its answer.
            if (_runs.Any(run => run.Incoming.Id == incoming.Id))
                return new Admission.Known();
            return key is { } known && _byKey.TryGetValue(known, out var first)
                ? new Admission.Joined(first)
                : new Admission.Begun(Begin(incoming, key));
        }
    }

    /// <summary>Lets a request in that a process had taken which died; it joins nobody, because it is waited for.</summary>
    public Run Resume(Incoming incoming, ReadCommand command)
    {
        var key = new RunKey(incoming.Person.Id, incoming.Place.Id, command.Line);
        lock (_gate)
        {
            var run = Begin(incoming, _byKey.ContainsKey(key) ? null : key);
            run.IsTaken = true;
            return run;
        }
    }

    public void Leave(Run run)
    {
        lock (_gate)
        {
            if (run.Key is { } key)
                _byKey.Remove(key);
            _runs.Remove(run);
            if (_runs.Count == 0)
                _idle?.TrySetResult();
        }
    }

    /// <summary>Lets nobody in any more; done when the last has left.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_runs.Count == 0)
                _idle.TrySetResult();
            return _idle.Task;
        }
    }

    private Run Begin(Incoming incoming, RunKey? key)
    {
        var run = new Run(incoming, key, time);
        if (key is { } known)
            _byKey[known] = run;
        _runs.Add(run);
        return run;
    }
}
