using Microsoft.Extensions.Options;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// Tokens that a person and a place have caused in the last 24 hours. In memory and per process: nothing about persons
/// is written down for it, and a restart forgives. Jobs of the bot's own have no quota, only the day's budget.
/// </summary>
internal sealed class ModelQuotas(IOptions<LlmOptions> options, TimeProvider time)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<(DateTimeOffset At, long Tokens)>> _taken = new(StringComparer.Ordinal);

    /// <summary>Why the person or the place may not ask now; null: they may.</summary>
    public Error? Refusal(string requester, PlaceId? place)
    {
        if (place is null)
            return null;
        var now = time.GetUtcNow();
        var roomAt = RoomAt(requester, options.Value.PersonQuota, now);
        if (RoomAt(place.ToString()!, options.Value.PlaceQuota, now) is { } later && !(roomAt > later))
            roomAt = later;
        return roomAt is { } at ? ModelErrors.Quota(at) : null;
    }

    public void Charge(LlmCall call, long tokens)
    {
        if (call.Place is not { } place)
            return;
        var now = time.GetUtcNow();
        lock (_gate)
        {
            Add(call.Requester, tokens, now);
            Add(place.ToString(), tokens, now);
        }
    }

    private DateTimeOffset? RoomAt(string key, long quota, DateTimeOffset now)
    {
        if (quota == 0)
            return null;
        lock (_gate)
        {
            if (!_taken.TryGetValue(key, out var taken))
                return null;
            Forget(key, taken, now);
            var rest = taken.Sum(one => one.Tokens);
            foreach (var (at, tokens) in taken)
            {
                if (rest < quota)
                    break;
                rest -= tokens;
                if (rest < quota)
                    return at + Window;
            }

            return null;
        }
    }

    private void Add(string key, long tokens, DateTimeOffset now)
    {
        if (!_taken.TryGetValue(key, out var taken))
        {
            if (_taken.Count >= MostKept)
                MakeRoom(now);
            _taken[key] = taken = new();
        }

        Forget(key, taken, now);
        taken.Enqueue((now, tokens));
        _taken[key] = taken;
    }

    private void Forget(string key, Queue<(DateTimeOffset At, long Tokens)> taken, DateTimeOffset now)
    {
        while (taken.TryPeek(out var first) && now - first.At >= Window)
            taken.Dequeue();
        if (taken.Count == 0)
            _taken.Remove(key);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (key, taken) in _taken.ToList())
            Forget(key, taken, now);
        // Whoever has taken least has the least to be held to.
        foreach (var (key, _) in _taken.OrderBy(pair => pair.Value.Sum(one => one.Tokens)).Take(MostKept / 10).ToList())
            _taken.Remove(key);
    }
}
