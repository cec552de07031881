namespace PaperBot.Handlers.Routing.Limits;

/// <summary>The allowances of many, in bounded memory: when it is full, who used the least is forgotten first.</summary>
internal sealed class LimitTable<TKey>(IReadOnlyList<LimitWindow> windows, int capacity)
    where TKey : struct
{
    private readonly Dictionary<TKey, Allowance> _allowances = [];

    public int Count => _allowances.Count;

    public Allowance Of(TKey key, DateTimeOffset now)
    {
        if (_allowances.TryGetValue(key, out var allowance))
            return allowance;
        if (_allowances.Count >= capacity)
            MakeRoom(now);
        return _allowances[key] = new Allowance(windows);
    }

    /// <summary>Forgets all that are as good as new; when that is too few, the quarter that is nearest to it.</summary>
    private void MakeRoom(DateTimeOffset now)
    {
        var byAge = _allowances.Select(pair => (pair.Key, pair.Value.IdleAt)).OrderBy(pair => pair.IdleAt).ToList();
        var least = Math.Max(1, capacity / 4);
        for (var i = 0; i < byAge.Count && (i < least || byAge[i].IdleAt <= now); i++)
            _allowances.Remove(byAge[i].Key);
    }
}
