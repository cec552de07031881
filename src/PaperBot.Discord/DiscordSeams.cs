using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Discord.Gateway;

namespace PaperBot.Discord;

/// <summary>Where the client touches the world; tests put their own in.</summary>
public sealed record DiscordSeams
{
    /// <summary>Sends HTTP. Null means a pooled handler of the client's own, which it disposes.</summary>
    public HttpMessageHandler? Http { get; init; }

    /// <summary>Opens gateway connections. Null means WebSockets.</summary>
    public IGatewayConnector? Connector { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Chance, for jitter. Null means one seeded by the system. It is used under a lock.</summary>
    public Random? Random { get; init; }

    /// <summary>Where logs go. Neither tokens nor anybody's text is ever logged.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;
}
