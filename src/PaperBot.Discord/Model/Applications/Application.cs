namespace PaperBot.Discord;

/// <summary>The application that the token belongs to.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/application#application-object"/>
/// </remarks>
public sealed record Application : DiscordObject
{
    /// <summary>The application.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>Whether others may add the bot.</summary>
    public bool? BotPublic { get; init; }

    /// <summary>The bot's account.</summary>
    public User? Bot { get; init; }

    /// <summary>The owner.</summary>
    public User? Owner { get; init; }

    /// <summary>The owning team, if any.</summary>
    public Team? Team { get; init; }

    /// <summary>Hex of the Ed25519 key that signs HTTP interactions.</summary>
    public string? VerifyKey { get; init; }

    /// <summary>Its bits.</summary>
    public ApplicationFlags? Flags { get; init; }

    /// <summary>Guilds with the app.</summary>
    public int? ApproximateGuildCount { get; init; }

    /// <summary>People with the app.</summary>
    public int? ApproximateUserInstallCount { get; init; }

    /// <summary>When set, interactions do not come by the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>What the default invitation asks for.</summary>
    public InstallParams? InstallParams { get; init; }

    /// <summary>How it may be installed: <c>0</c> in a guild, <c>1</c> with a person.</summary>
    public IReadOnlyDictionary<string, InstallContext>? IntegrationTypesConfig { get; init; }
}
