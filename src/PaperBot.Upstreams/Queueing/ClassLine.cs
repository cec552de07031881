namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// The line of one class: first what was sent and failed, then one call of each requester in turn. A requester who
/// comes new waits for the others' one turn each, so that one person's hundred calls cost another one slot.
/// </summary>
internal sealed class ClassLine<TCall, TResult>
    where TCall : notnull
{
    private readonly LinkedList<PendingCall<TCall, TResult>> _returned = [];
    private readonly LinkedList<LinkedList<PendingCall<TCall, TResult>>> _rotation = [];
    private readonly Dictionary<string, LinkedListNode<LinkedList<PendingCall<TCall, TResult>>>> _requesters = new(
        StringComparer.Ordinal
    );

    public int Count { get; private set; }

    public void AddLast(PendingCall<TCall, TResult> call)
    {
        if (!_requesters.TryGetValue(call.Requester, out var turn))
            _requesters.Add(call.Requester, turn = _rotation.AddLast(new LinkedList<PendingCall<TCall, TResult>>()));
        call.Node = turn.Value.AddLast(call);
        Count++;
    }

    public void AddReturned(PendingCall<TCall, TResult> call, bool first)
    {
        call.Node = first ? _returned.AddFirst(call) : _returned.AddLast(call);
        Count++;
    }

    /// <summary>Takes a call out; when it is served, its requester's turn is over.</summary>
    public void Remove(PendingCall<TCall, TResult> call, bool served)
    {
        var node = call.Node!;
        var list = node.List!;
        list.Remove(node);
        call.Node = null;
        Count--;
        if (ReferenceEquals(list, _returned))
            return;
        var turn = _requesters[call.Requester];
        if (served || list.Count == 0)
            _rotation.Remove(turn);
        if (list.Count == 0)
            _requesters.Remove(call.Requester);
        else if (served)
            _rotation.AddLast(turn);
    }

    /// <summary>The calls in the order in which they would be served if nobody came.</summary>
    public IEnumerable<PendingCall<TCall, TResult>> InOrder()
    {
        foreach (var call in _returned)
            yield return call;
        var heads = _rotation.Select(list => list.First!).ToList();
        while (heads.Count > 0)
        {
            var kept = 0;
            for (var i = 0; i < heads.Count; i++)
            {
                yield return heads[i].Value;
                if (heads[i].Next is { } next)
                    heads[kept++] = next;
            }

            heads.RemoveRange(kept, heads.Count - kept);
        }
    }
}
