using Microsoft.Extensions.Logging;

namespace PaperBot.Discord.Rest;

internal sealed partial class RestClient
{
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Route} hit a rate limit of scope {Scope}: again in {Wait}.")]
        public static partial void RateLimited(ILogger logger, string route, string scope, TimeSpan wait);

        [LoggerMessage(2, LogLevel.Debug, "{Route}, attempt {Attempt}: the way was lost ({Error}).")]
        public static partial void Lost(ILogger logger, string route, int attempt, HttpRequestError error);

        [LoggerMessage(3, LogLevel.Error, "Discord refused the bot's token; nothing is sent with it again.")]
        public static partial void TokenRefused(ILogger logger);
    }
}
