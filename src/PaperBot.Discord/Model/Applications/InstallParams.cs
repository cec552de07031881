namespace PaperBot.Discord;

/// <summary>What an invitation asks for.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/application#install-params-object"/>
/// </remarks>
public sealed record InstallParams : DiscordObject
{
    /// <summary>OAuth2 scopes.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The bot role's permissions.</summary>
    public Permissions Permissions { get; init; }
}
