namespace PaperBot.Discord;

/// <summary>Why the gateway closed a connection.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/>
/// </remarks>
public enum GatewayCloseCode
{
    /// <summary>Something went wrong at Discord.</summary>
    UnknownError = 4000,

    /// <summary>An unknown opcode or payload was sent.</summary>
    UnknownOpcode = 4001,

    /// <summary>Something unreadable was sent.</summary>
    DecodeError = 4002,

    /// <summary>Something was sent before identifying, or the session is gone.</summary>
    NotAuthenticated = 4003,

    /// <summary>The token is wrong.</summary>
    AuthenticationFailed = 4004,

    /// <summary>Identified twice.</summary>
    AlreadyAuthenticated = 4005,

    /// <summary>The sequence of a resume was wrong: a new session is needed.</summary>
    InvalidSequence = 4007,

    /// <summary>Too much was sent.</summary>
    RateLimited = 4008,

    /// <summary>The session is too old: a new one is needed.</summary>
    SessionTimedOut = 4009,

    /// <summary>A wrong shard was named.</summary>
    InvalidShard = 4010,

    /// <summary>Too many guilds for one connection.</summary>
    ShardingRequired = 4011,

    /// <summary>The version is not served.</summary>
    InvalidApiVersion = 4012,

    /// <summary>An intent does not exist.</summary>
    InvalidIntents = 4013,

    /// <summary>A privileged intent is not enabled for the app.</summary>
    DisallowedIntents = 4014,
}
