namespace PaperBot.Discord;

/// <summary>A menu of people and roles.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#mentionable-select"/>
/// </remarks>
public sealed record MentionableSelect : EntitySelect
{
    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.MentionableSelect;
}
