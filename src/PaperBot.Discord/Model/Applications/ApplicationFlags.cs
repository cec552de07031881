using System.Diagnostics.CodeAnalysis;

namespace PaperBot.Discord;

/// <summary>Bits of an application.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/application#application-object-application-flags"/>
/// </remarks>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own name.")]
public enum ApplicationFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>May see presences (verified apps).</summary>
    GatewayPresence = 1 << 12,

    /// <summary>May see presences.</summary>
    GatewayPresenceLimited = 1 << 13,

    /// <summary>May list members (verified apps).</summary>
    GatewayGuildMembers = 1 << 14,

    /// <summary>May list members.</summary>
    GatewayGuildMembersLimited = 1 << 15,

    /// <summary>May read messages (verified apps).</summary>
    GatewayMessageContent = 1 << 18,

    /// <summary>May read messages.</summary>
    GatewayMessageContentLimited = 1 << 19,

    /// <summary>Has commands.</summary>
    ApplicationCommandBadge = 1 << 23,
}
