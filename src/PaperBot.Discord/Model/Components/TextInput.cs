namespace PaperBot.Discord;

/// <summary>A field of a form.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#text-input"/>
/// </remarks>
public sealed record TextInput : Component
{
    /// <summary>1 to 100 characters; comes back with the text.</summary>
    public required string CustomId { get; init; }

    /// <summary>One line or several.</summary>
    public TextInputStyle? Style { get; init; }

    /// <summary>The caption in the old form of forms; new ones put the field into a label.</summary>
    public string? Label { get; init; }

    /// <summary>0 to 4000.</summary>
    public int? MinLength { get; init; }

    /// <summary>1 to 4000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Must be filled in; default true.</summary>
    public bool? Required { get; init; }

    /// <summary>The text at first; in an answer: what was typed.</summary>
    public string? Value { get; init; }

    /// <summary>Shown while it is empty, up to 100 characters.</summary>
    public string? Placeholder { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.TextInput;
}
