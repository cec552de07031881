namespace PaperBot.Discord;

/// <summary>A form's yes or no.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#checkbox"/>
/// </remarks>
public sealed record Checkbox : Component
{
    /// <summary>1 to 100 characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>Checked at first.</summary>
    public bool? Default { get; init; }

    /// <summary>In an answer: whether it was checked.</summary>
    public bool? Value { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.Checkbox;
}
