using PaperBot.Core.Identity;

namespace PaperBot.Core.Preferences;

/// <summary>Whose preferences: a person's or a place's.</summary>
/// <param name="Person">The person; null for a place.</param>
/// <param name="Place">The place; null for a person.</param>
public readonly record struct PreferenceOwner(PersonId? Person, PlaceId? Place)
{
    /// <summary>A person's preferences.</summary>
    public static PreferenceOwner Of(PersonId person) => new(person, null);

    /// <summary>A place's preferences.</summary>
    public static PreferenceOwner Of(PlaceId place) => new(null, place);

    /// <summary><c>person:discord:1</c> or <c>place:discord:1</c>; how stores name the owner.</summary>
    public override string ToString() => Person is { } person ? $"person:{person}" : $"place:{Place}";
}
