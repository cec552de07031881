namespace PaperBot.Core.Identity;

/// <summary>What sort of place it is.</summary>
public enum PlaceKind
{
    /// <summary>One person and the bot.</summary>
    Direct,

    /// <summary>A channel or a group, where others read along.</summary>
    Group,

    /// <summary>A thread inside a group's place.</summary>
    Thread,
}
