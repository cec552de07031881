using Microsoft.Extensions.Logging;
using PaperBot.Platforms.Answering;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>What the account does of its own accord, off the platform's calls.</summary>
internal sealed class OfficialWork(TimeProvider time, ILogger<OfficialWork> logger) : PlatformWork(time, logger)
{
    protected override bool IsRefusal(Exception exception) => exception is HttpRequestException or OfficialException;
}
