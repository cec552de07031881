namespace PaperBot.Discord;

/// <summary>
/// Waits that double up to a ceiling, each shortened by chance so that many clients do not come at once.
/// </summary>
internal sealed class Backoff(Chance chance, TimeSpan first, TimeSpan ceiling)
{
    private int _failures;

    /// <summary>Nothing has failed since the last reset.</summary>
    public bool IsFresh => _failures == 0;

    public TimeSpan Next()
    {
        var full = first * Math.Pow(2, Math.Min(_failures++, 30));
        full = full < ceiling ? full : ceiling;
        return chance.Between(full / 2, full);
    }

    public void Reset() => _failures = 0;
}
