namespace PaperBot.Handlers.Routing.Limits;

/// <summary>
/// What one person or place has used up, by virtual scheduling (GCRA): one moment for each window, at which all that
/// was taken will have been given back. Not safe for several threads; the owner locks.
/// </summary>
internal sealed class Allowance(IReadOnlyList<LimitWindow> windows)
{
    private readonly DateTimeOffset[] _paidUntil = new DateTimeOffset[windows.Count];

    /// <summary>Until when refusals are only repeated in short, because the long one was said.</summary>
    public DateTimeOffset WarnedUntil { get; set; }

    /// <summary>When this is as good as new and may be forgotten.</summary>
    public DateTimeOffset IdleAt => _paidUntil.Append(WarnedUntil).Max();

    /// <summary>When there is room in every window; in the past or now: at once.</summary>
    public DateTimeOffset RoomAt()
    {
        var at = DateTimeOffset.MinValue;
        for (var i = 0; i < windows.Count; i++)
        {
            var room = windows[i].Window - windows[i].Each;
            if (_paidUntil[i] > at + room)
                at = _paidUntil[i] - room;
        }
        return at;
    }

    public void Take(DateTimeOffset now)
    {
        for (var i = 0; i < windows.Count; i++)
            _paidUntil[i] = (_paidUntil[i] > now ? _paidUntil[i] : now) + windows[i].Each;
    }
}
