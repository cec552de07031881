using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>Everything that waits, class by class: interactive, scheduled, background.</summary>
internal sealed class WaitingLine<TCall, TResult>
    where TCall : notnull
{
    private readonly ClassLine<TCall, TResult>[] _classes = [new(), new(), new()];

    public int Count => _classes[0].Count + _classes[1].Count + _classes[2].Count;

    public int CountOf(Urgency urgency) => _classes[(int)urgency].Count;

    public void AddLast(PendingCall<TCall, TResult> call) => Of(call).AddLast(call);

    /// <summary>A failed attempt returns to the head of its class.</summary>
    public void AddFirst(PendingCall<TCall, TResult> call) => Of(call).AddReturned(call, first: true);

    public void Remove(PendingCall<TCall, TResult> call, bool served) => Of(call).Remove(call, served);

    /// <summary>Somebody in more of a hurry waits for it too: it takes that one's turn.</summary>
    public void Lift(PendingCall<TCall, TResult> call, Caller caller)
    {
        Remove(call, served: false);
        call.Urgency = caller.Urgency;
        call.Requester = caller.Requester;
        if (call.Attempts > 0)
            Of(call).AddReturned(call, first: false);
        else
            Of(call).AddLast(call);
    }

    /// <summary>The calls in the order in which they would be served if nobody came.</summary>
    public IEnumerable<PendingCall<TCall, TResult>> InOrder() => _classes.Reverse().SelectMany(line => line.InOrder());

    private ClassLine<TCall, TResult> Of(PendingCall<TCall, TResult> call) => _classes[(int)call.Urgency];
}
