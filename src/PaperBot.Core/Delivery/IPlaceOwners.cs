using PaperBot.Core.Identity;

namespace PaperBot.Core.Delivery;

/// <summary>
/// How a platform reaches those who are responsible for a place. One implementation for each platform whose places
/// belong to somebody.
/// </summary>
public interface IPlaceOwners
{
    /// <summary>The platform, as in ids.</summary>
    string Platform { get; }

    /// <summary>Who is responsible for a place. Does not throw when the platform cannot tell.</summary>
    Task<PlaceOwners> OfAsync(Place place, CancellationToken cancellationToken);

    /// <summary>Where a person is reached alone; null when the platform cannot do that now.</summary>
    Task<Destination?> ReachAsync(PersonId person, CancellationToken cancellationToken);
}
