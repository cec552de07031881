namespace PaperBot.Discord;

/// <summary>A menu of people.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#user-select"/>
/// </remarks>
public sealed record UserSelect : EntitySelect
{
    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.UserSelect;
}
