using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Limits;

/// <summary>
/// Limits of persons and groups. A refusal takes nothing from either. Administrators have no limits of their own, and
/// a direct place none beside its person's.
/// </summary>
internal sealed class RequestLimiter(IOptions<LimitsOptions> options, IAdministrators administrators, TimeProvider time)
{
    /// <summary>So many persons and places are remembered at most: some 2 MB each.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly LimitTable<PersonId> _persons = new([.. options.Value.Person.Values], Capacity);
    private readonly LimitTable<PlaceId> _places = new([.. options.Value.Place.Values], Capacity);

    /// <summary>Takes one from the person and the place, or nothing and says when there is room.</summary>
    public Refusal? Take(Incoming incoming)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var (person, place) = Find(incoming, now);
            foreach (var allowance in (Allowance?[])[person, place])
            {
                if (allowance is null || allowance.RoomAt() is var roomAt && roomAt <= now)
                    continue;
                var told = Whose(incoming, now);
                var repeated = told.WarnedUntil > now;
                if (!repeated)
                    told.WarnedUntil = roomAt;
                return new Refusal(allowance == place, roomAt, repeated);
            }
            person?.Take(now);
            place?.Take(now);
            return null;
        }
    }

    private (Allowance? Person, Allowance? Place) Find(Incoming incoming, DateTimeOffset now)
    {
        var person = administrators.Contains(incoming.Person.Id) ? null : _persons.Of(incoming.Person.Id, now);
        var place = incoming.Place.Kind == PlaceKind.Direct ? null : _places.Of(incoming.Place.Id, now);
        return (person, place);
    }

    /// <summary>Each person is told once, whether it is their own limit or the place's.</summary>
    private Allowance Whose(Incoming incoming, DateTimeOffset now) => _persons.Of(incoming.Person.Id, now);
}
