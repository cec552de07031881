namespace PaperBot.Discord;

/// <summary>Discord's own error codes, as far as a program acts on them; any other number is kept.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes"/>
/// </remarks>
public enum DiscordErrorCode
{
    /// <summary>None given.</summary>
    None = 0,

    /// <summary>There is no such channel.</summary>
    UnknownChannel = 10003,

    /// <summary>There is no such guild, or the bot is not in it.</summary>
    UnknownGuild = 10004,

    /// <summary>There is no such message.</summary>
    UnknownMessage = 10008,

    /// <summary>There is no such webhook, or the first answer was not given yet.</summary>
    UnknownWebhook = 10015,

    /// <summary>The interaction's three seconds are over.</summary>
    UnknownInteraction = 10062,

    /// <summary>The request is too large.</summary>
    RequestEntityTooLarge = 40005,

    /// <summary>The interaction has its first answer already.</summary>
    AlreadyAcknowledged = 40060,

    /// <summary>The bot does not see the place.</summary>
    MissingAccess = 50001,

    /// <summary>A message of somebody else cannot be edited.</summary>
    CannotEditOthers = 50005,

    /// <summary>An empty message.</summary>
    EmptyMessage = 50006,

    /// <summary>The person takes no direct messages from the bot.</summary>
    CannotSendToUser = 50007,

    /// <summary>The bot lacks a permission.</summary>
    MissingPermissions = 50013,

    /// <summary>The interaction's fifteen minutes are over, or the token is wrong.</summary>
    InvalidWebhookToken = 50027,

    /// <summary>A field of the request is wrong.</summary>
    InvalidFormBody = 50035,

    /// <summary>The thread is archived.</summary>
    ThreadArchived = 50083,

    /// <summary>The message carries a thread already.</summary>
    ThreadExists = 160004,
}
