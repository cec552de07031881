using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;

namespace PaperBot.Handlers.Routing.Access;

/// <summary>
/// Holds a request against the server's settings and the owner's configuration, on every way in: a command, a mention
/// and a button come here alike. Administrators pass; those who manage a place can always reach its settings.
/// </summary>
internal sealed class AccessGate(
    IPreferenceStore preferences,
    IAdministrators administrators,
    IEnumerable<CostlyAudience> audiences
)
{
    private readonly CostlyAudience[] _audiences = [.. audiences.Where(audience => audience.IsLimited)];

    /// <summary>Why the request is not answered; null when it is.</summary>
    /// <param name="incoming">The request.</param>
    /// <param name="spec">Its command, if it is one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Error?> RefusalAsync(
        Incoming incoming,
        CommandSpec? spec,
        CancellationToken cancellationToken
    )
    {
        if (administrators.Contains(incoming.Person.Id))
            return null;
        if (incoming.Place.Kind != PlaceKind.Direct)
        {
            var owner = PreferenceOwner.Of(incoming.Place.Outermost);
            var rules = PlaceRules.Read(await preferences.ReadAsync(owner, cancellationToken));
            if (!incoming.ManagesPlace && rules.Blocked.Contains(incoming.Person.Id))
                return Errors.Refused("access.blocked");
            if (!rules.AnswersIn(incoming.Place) && !IsManaging(incoming, spec))
                return Errors.Refused("access.place");
            if (spec is { Costly: true } && !rules.MayCost(incoming))
                return Errors.Refused("access.costly");
        }

        return spec is { Costly: true } && !IsInAudience(incoming) ? Errors.Refused("access.audience") : null;
    }

    private static bool IsManaging(Incoming incoming, CommandSpec? spec) =>
        incoming.ManagesPlace && spec is { WhoMay: WhoMay.PlaceManagers };

    private bool IsInAudience(Incoming incoming)
    {
        var person = incoming.Person.Id;
        var mine = _audiences.Where(audience => audience.Platform == person.Platform).ToArray();
        return mine.Length == 0 || mine.Any(audience => audience.Holds(person, incoming.Place));
    }
}
