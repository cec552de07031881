namespace PaperBot.Discord;

/// <summary>A command, as registered or to be registered.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/application-commands#application-command-object"/>
/// </remarks>
public sealed record ApplicationCommand : DiscordObject
{
    /// <summary>Given by Discord.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>Default: slash command.</summary>
    public ApplicationCommandType? Type { get; init; }

    /// <summary>The app.</summary>
    public Snowflake? ApplicationId { get; init; }

    /// <summary>Only in this guild.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>1 to 32 characters; lower case for slash commands.</summary>
    public required string Name { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters; empty in menus.</summary>
    public string? Description { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Up to 25, required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who sees it unless a guild says otherwise; 0 only administrators.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Adults only.</summary>
    public bool? Nsfw { get; init; }

    /// <summary>By which installations.</summary>
    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }

    /// <summary>Where it may be used.</summary>
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    /// <summary>Changes with every change.</summary>
    public Snowflake? Version { get; init; }
}
