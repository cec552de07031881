namespace PaperBot.Discord;

/// <summary>A menu of channels.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#channel-select"/>
/// </remarks>
public sealed record ChannelSelect : EntitySelect
{
    /// <summary>Only such channels.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.ChannelSelect;
}
