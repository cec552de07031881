using Microsoft.Extensions.Hosting;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.WeChat;

/// <summary>Takes what is to be told to those who are responsible.</summary>
internal sealed class WeChatNoticeService(WeChatNotices waiting, IOwnerNotices notices) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in waiting.Changes.ReadAllAsync(stoppingToken))
        {
            var place = new Place(notice.Place, PlaceKind.Group);
            if (notice.Text is { } text)
                await notices.TellAsync(place, notice.Reason, text, stoppingToken);
            else
                await notices.ForgetAsync(place, notice.Reason, stoppingToken);
        }
    }
}
