namespace PaperBot.Discord;

/// <summary>A form's choice of one.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#radio-group"/>
/// </remarks>
public sealed record RadioGroup : Component
{
    /// <summary>1 to 100 characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>2 to 10.</summary>
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>Must be filled in; default true.</summary>
    public bool? Required { get; init; }

    /// <summary>In an answer: what was chosen.</summary>
    public string? Value { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.RadioGroup;
}
