namespace PaperBot.Discord;

/// <summary>A menu of roles.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#role-select"/>
/// </remarks>
public sealed record RoleSelect : EntitySelect
{
    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.RoleSelect;
}
