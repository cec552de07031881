namespace PaperBot.Core.Delivery;

/// <summary>Those who are responsible for a place.</summary>
/// <param name="PlaceName">The place's name as plain text, <c>#papers</c>; null: not known.</param>
/// <param name="Destinations">Where each of them is reached alone, in their language; empty: nobody is known.</param>
public sealed record PlaceOwners(string? PlaceName, IReadOnlyList<Destination> Destinations);
