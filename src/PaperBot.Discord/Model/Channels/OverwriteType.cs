namespace PaperBot.Discord;

/// <summary>Whom an overwrite is about.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#overwrite-object"/>
/// </remarks>
public enum OverwriteType
{
    /// <summary>A role.</summary>
    Role = 0,

    /// <summary>One person.</summary>
    Member = 1,
}
