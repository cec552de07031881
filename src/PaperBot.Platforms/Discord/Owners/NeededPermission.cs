using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>One permission that the bot asks for, and why.</summary>
/// <param name="Permission">The bit.</param>
/// <param name="Key">The text <c>discord.permission.&lt;key&gt;.why</c> says its name and its reason.</param>
internal sealed record NeededPermission(Permissions Permission, string Key)
{
    /// <summary>All of them; nothing is asked for that is not used.</summary>
    public static IReadOnlyList<NeededPermission> All { get; } =
    [
        new(Permissions.ViewChannel, "view"),
        new(Permissions.SendMessages, "send"),
        new(Permissions.SendMessagesInThreads, "threads"),
        new(Permissions.CreatePublicThreads, "create"),
        new(Permissions.EmbedLinks, "embed"),
        new(Permissions.AttachFiles, "attach"),
        new(Permissions.ReadMessageHistory, "history"),
    ];

    /// <summary>Their sum.</summary>
    public static Permissions Sum { get; } = All.Aggregate(Permissions.None, (sum, needed) => sum | needed.Permission);
}
