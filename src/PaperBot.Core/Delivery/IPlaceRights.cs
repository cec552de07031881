using PaperBot.Core.Identity;

namespace PaperBot.Core.Delivery;

/// <summary>
/// Says what the bot may do in a place, before something is promised there. One implementation for each platform that
/// knows; on a platform without one the bot may everything.
/// </summary>
public interface IPlaceRights
{
    /// <summary>The platform, as in ids.</summary>
    string Platform { get; }

    /// <summary>
    /// Asks the platform now. Does not throw for the platform's failures.
    /// </summary>
    /// <returns>The rights; null when the platform cannot be asked, which says nothing about the place.</returns>
    Task<PlaceRights?> LookAsync(PlaceId place, CancellationToken cancellationToken);
}
