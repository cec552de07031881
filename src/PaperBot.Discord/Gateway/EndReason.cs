namespace PaperBot.Discord.Gateway;

/// <summary>Why a connection ended.</summary>
internal enum EndReason
{
    /// <summary>It never came to be.</summary>
    Unreachable,

    /// <summary>The gateway said nothing, not even hello.</summary>
    Silent,

    /// <summary>The gateway closed.</summary>
    Closed,

    /// <summary>The connection broke without a word.</summary>
    Lost,

    /// <summary>A heartbeat was not acknowledged.</summary>
    Zombie,

    /// <summary>The gateway asked for a new connection (op 7).</summary>
    Reconnect,

    /// <summary>The session was refused but may be resumed (op 9, true).</summary>
    Refused,

    /// <summary>The session is gone (op 9, false).</summary>
    SessionGone,

    /// <summary>The gateway sent something unreadable.</summary>
    Unreadable,

    /// <summary>This side was told to stop.</summary>
    Stopped,
}
