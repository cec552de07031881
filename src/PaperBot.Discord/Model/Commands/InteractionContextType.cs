namespace PaperBot.Discord;

/// <summary>Where a command may be used.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types"/>
/// </remarks>
public enum InteractionContextType
{
    /// <summary>In guilds.</summary>
    Guild = 0,

    /// <summary>In a direct message with the bot.</summary>
    BotDm = 1,

    /// <summary>In other direct messages.</summary>
    PrivateChannel = 2,
}
