using PaperBot.Core.Identity;

namespace PaperBot.Core.Commands;

/// <summary>
/// Who may use costly commands on one platform at all, by the owner's configuration; administrators always may. Every
/// platform whose options can name some registers one.
/// </summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Places">In these places and in what stands in them, everybody may.</param>
/// <param name="Persons">These persons may, wherever they ask.</param>
public sealed record CostlyAudience(
    string Platform,
    IReadOnlyCollection<PlaceId> Places,
    IReadOnlyCollection<PersonId> Persons
)
{
    /// <summary>False when nobody is named, which means that everybody may.</summary>
    public bool IsLimited => Places.Count + Persons.Count > 0;

    /// <summary>Whether the person may there.</summary>
    public bool Holds(PersonId person, Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Persons.Contains(person) || place.Circles.Any(Places.Contains);
    }
}
