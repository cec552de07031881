namespace PaperBot.Discord;

/// <summary>A menu of the app's own values.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#string-select"/>
/// </remarks>
public sealed record StringSelect : Component
{
    /// <summary>Up to 25.</summary>
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>1 to 100 characters; comes back with the choice.</summary>
    public required string CustomId { get; init; }

    /// <summary>Shown while nothing is chosen, up to 150 characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>At least so many, default 1.</summary>
    public int? MinValues { get; init; }

    /// <summary>At most so many, default 1, up to 25.</summary>
    public int? MaxValues { get; init; }

    /// <summary>In forms: must be filled in; default true.</summary>
    public bool? Required { get; init; }

    /// <summary>In messages: grey and dead.</summary>
    public bool? Disabled { get; init; }

    /// <summary>In an answer: what was chosen.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.StringSelect;
}
