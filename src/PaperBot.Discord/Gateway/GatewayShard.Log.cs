using Microsoft.Extensions.Logging;

namespace PaperBot.Discord.Gateway;

internal sealed partial class GatewayShard
{
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Shard {Shard}: {Event}.")]
        public static partial void Ready(ILogger logger, int shard, string @event);

        [LoggerMessage(2, LogLevel.Information, "Shard {Shard}: the connection ended: {End}.")]
        public static partial void Ended(ILogger logger, int shard, ConnectionEnd end);
    }
}
