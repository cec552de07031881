namespace PaperBot.Discord;

/// <summary>Where an app is installed.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/application#application-object-application-integration-types"/>
/// </remarks>
public enum ApplicationIntegrationType
{
    /// <summary>In a guild.</summary>
    GuildInstall = 0,

    /// <summary>With a person, everywhere.</summary>
    UserInstall = 1,
}
