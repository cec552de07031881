using Microsoft.Extensions.Logging;
using PaperBot.Platforms.Answering;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>What is being done about WeCom's messages and events, off the connection's loop.</summary>
internal sealed class WeComWork(TimeProvider time, ILogger<WeComWork> logger) : PlatformWork(time, logger)
{
    protected override bool IsRefusal(Exception exception) => exception is WeComLostException;
}
