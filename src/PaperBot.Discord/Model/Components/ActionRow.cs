namespace PaperBot.Discord;

/// <summary>A row of up to five buttons, or one menu.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#action-row"/>
/// </remarks>
public sealed record ActionRow : Component
{
    /// <summary>What stands in it.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.ActionRow;
}
