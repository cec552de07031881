namespace PaperBot.Discord;

/// <summary>A parameter, a command below, or a group.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure"/>
/// </remarks>
public sealed record CommandOption : DiscordObject
{
    /// <summary>Its type.</summary>
    public required ApplicationCommandOptionType Type { get; init; }

    /// <summary>1 to 32 characters, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string Description { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Must be given; such options come first.</summary>
    public bool? Required { get; init; }

    /// <summary>Up to 25; excludes autocomplete.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    /// <summary>Parameters of a command below.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Only such channels.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>Smallest number.</summary>
    public double? MinValue { get; init; }

    /// <summary>Largest number.</summary>
    public double? MaxValue { get; init; }

    /// <summary>Shortest text.</summary>
    public int? MinLength { get; init; }

    /// <summary>Longest text, up to 6000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The app proposes values while typing.</summary>
    public bool? Autocomplete { get; init; }
}
