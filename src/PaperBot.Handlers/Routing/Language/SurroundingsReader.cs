using PaperBot.Core.Commands;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing.Language;

/// <summary>
/// Finds language and zone: what the person chose, else what the place or what it stands in chose, else what the
/// platform tells, else English and UTC.
/// </summary>
internal sealed class SurroundingsReader(IPreferenceStore preferences)
{
    public async Task<Surroundings> ReadAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        Locale? locale = null;
        TimeZoneInfo? zone = null;
        foreach (var owner in Owners(incoming))
        {
            var chosen = await preferences.ReadAsync(owner, cancellationToken);
            if (locale is null && Locale.TryParse(chosen.GetValueOrDefault(PreferenceName.Language), out var language))
                locale = language;
            if (zone is null && chosen.TryGetValue(PreferenceName.Zone, out var name))
                zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : null;
            if (locale is not null && zone is not null)
                break;
        }
        return new Surroundings(locale ?? incoming.Locale ?? Locale.English, zone ?? incoming.Zone ?? TimeZoneInfo.Utc)
        {
            IsZoneKnown = (zone ?? incoming.Zone) is not null,
        };
    }

    private static IEnumerable<PreferenceOwner> Owners(Incoming incoming)
    {
        yield return PreferenceOwner.Of(incoming.Person.Id);
        foreach (var place in incoming.Place.Circles)
            yield return PreferenceOwner.Of(place);
    }
}
