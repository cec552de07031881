namespace PaperBot.Discord.Gateway;

/// <summary>What a payload is.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes"/>
/// </remarks>
public enum GatewayOpcode
{
    /// <summary>An event.</summary>
    Dispatch = 0,

    /// <summary>A sign of life, or the wish for one.</summary>
    Heartbeat = 1,

    /// <summary>Begins a session.</summary>
    Identify = 2,

    /// <summary>Changes what the bot seems to be doing.</summary>
    PresenceUpdate = 3,

    /// <summary>Joins or leaves voice.</summary>
    VoiceStateUpdate = 4,

    /// <summary>Goes on with a session.</summary>
    Resume = 6,

    /// <summary>Discord asks for a new connection.</summary>
    Reconnect = 7,

    /// <summary>Asks for members.</summary>
    RequestGuildMembers = 8,

    /// <summary>The session is refused.</summary>
    InvalidSession = 9,

    /// <summary>The first word, with the heartbeat's interval.</summary>
    Hello = 10,

    /// <summary>A heartbeat was heard.</summary>
    HeartbeatAck = 11,
}
