namespace PaperBot.Discord;

/// <summary>A form's choice of several.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#checkbox-group"/>
/// </remarks>
public sealed record CheckboxGroup : Component
{
    /// <summary>1 to 100 characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>1 to 10.</summary>
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>At least so many.</summary>
    public int? MinValues { get; init; }

    /// <summary>At most so many.</summary>
    public int? MaxValues { get; init; }

    /// <summary>Must be filled in; default true.</summary>
    public bool? Required { get; init; }

    /// <summary>In an answer: what was chosen.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.CheckboxGroup;
}
