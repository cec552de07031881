using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>An account may answer and never write first: nothing is promised there that could not be delivered.</summary>
internal sealed class OfficialRights : IPlaceRights
{
    public string Platform => WeChatIds.Platform;

    public Task<PlaceRights?> LookAsync(PlaceId place, CancellationToken cancellationToken) =>
        Task.FromResult<PlaceRights?>(new PlaceRights(false, false, []));
}
