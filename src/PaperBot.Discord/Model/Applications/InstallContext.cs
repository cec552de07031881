namespace PaperBot.Discord;

/// <summary>One way to install.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/application#application-object-application-integration-type-configuration-object"/>
/// </remarks>
public sealed record InstallContext : DiscordObject
{
    /// <summary>What it asks for.</summary>
    public InstallParams? Oauth2InstallParams { get; init; }
}
