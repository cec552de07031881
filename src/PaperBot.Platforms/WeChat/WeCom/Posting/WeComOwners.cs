using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>WeCom tells a bot nobody who owns a group: the administrators are told, each in a direct chat.</summary>
internal sealed class WeComOwners : IPlaceOwners
{
    public string Platform => WeComIds.Platform;

    public Task<PlaceOwners> OfAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult(new PlaceOwners(null, []));

    public Task<Destination?> ReachAsync(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult<Destination?>(
            person.Platform == Platform ? new Destination(WeComIds.Place(person.Key)) { Locale = Locale.Chinese } : null
        );
}
