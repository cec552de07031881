using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Handlers.Routing.Limits;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>
/// The requests that are being answered by this process. Whether one joins another, is refused or begins is decided
/// in one step, so that two equal events at the same moment are one answer and one count.
/// </summary>
internal sealed class RunTable(RequestLimiter limiter, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RunKey, Run> _byKey = [];
    private readonly Dictionary<RequestId, Run> _byId = [];
    private TaskCompletionSource? _idle;

    /// <summary>How many are being answered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _byId.Count;
        }
    }

    public bool IsRunning(RequestId id)
    {
        lock (_gate)
            return _byId.ContainsKey(id);
    }

    /// <summary>Lets a request in, joins it to the same one, or refuses it.</summary>
    public Admission Enter(Incoming incoming, ReadCommand command)
    {
        RunKey? key = command.HasFiles ? null : new(incoming.Person.Id, incoming.Place.Id, command.Line);
        lock (_gate)
        {
            if (_idle is not null)
                return new Admission.Closing();
            if (key is { } known && _byKey.TryGetValue(known, out var first))
                return new Admission.Joined(first);
            return limiter.Take(incoming) is { } refusal
                ? new Admission.Refused(refusal)
                : new Admission.Begun(Begin(incoming, key));
        }
    }

    /// <summary>Lets a request in that was let in before, by a process that died: without limits.</summary>
    public Run Resume(Incoming incoming, ReadCommand command)
    {
        var key = new RunKey(incoming.Person.Id, incoming.Place.Id, command.Line);
        lock (_gate)
            return Begin(incoming, _byKey.ContainsKey(key) ? null : key);
    }

    public void Leave(Run run)
    {
        lock (_gate)
        {
            if (run.Key is { } key)
                _byKey.Remove(key);
            _byId.Remove(run.Incoming.Id);
            if (_byId.Count == 0)
                _idle?.TrySetResult();
        }
    }

    /// <summary>Lets nobody in any more; done when the last has left.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_byId.Count == 0)
                _idle.TrySetResult();
            return _idle.Task;
        }
    }

    private Run Begin(Incoming incoming, RunKey? key)
    {
        var run = new Run(incoming, key, time);
        if (key is { } known)
            _byKey[known] = run;
        _byId[incoming.Id] = run;
        return run;
    }
}
