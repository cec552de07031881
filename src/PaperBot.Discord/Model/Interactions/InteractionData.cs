namespace PaperBot.Discord;

/// <summary>What the interaction is about; which fields are there depends on its type.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-data"/>
/// </remarks>
public sealed record InteractionData : DiscordObject
{
    /// <summary>Commands: the command.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>Commands: its name, not localised.</summary>
    public string? Name { get; init; }

    /// <summary>Commands: its kind.</summary>
    public ApplicationCommandType? Type { get; init; }

    /// <summary>The objects behind the ids.</summary>
    public ResolvedData? Resolved { get; init; }

    /// <summary>Commands: the parameters.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>Commands: where it is registered.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Menus: the person or the message.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>Presses and forms: what the app wrote there.</summary>
    public string? CustomId { get; init; }

    /// <summary>Presses: what was used.</summary>
    public ComponentType? ComponentType { get; init; }

    /// <summary>Select menus: what was chosen.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Forms: what was filled in.</summary>
    public IReadOnlyList<Component>? Components { get; init; }
}
