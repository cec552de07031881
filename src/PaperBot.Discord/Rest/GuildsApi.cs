using PaperBot.Discord.Json;

namespace PaperBot.Discord.Rest;

/// <summary>Guilds, their members and roles.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/guild"/>
/// </remarks>
public sealed class GuildsApi
{
    private readonly RestClient _rest;

    internal GuildsApi(RestClient rest) => _rest = rest;

    /// <summary>A guild with its roles.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/guild#get-guild"/>
    /// </remarks>
    public Task<Guild> GetAsync(Snowflake guild, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"guilds/{guild}")) { Repeatable = true },
            DiscordJson.Wire.Guild,
            cancellationToken
        );

    /// <summary>All channels of a guild, without threads.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/guild#get-guild-channels"/>
    /// </remarks>
    public Task<IReadOnlyList<Channel>> ListChannelsAsync(
        Snowflake guild,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"guilds/{guild}/channels")) { Repeatable = true },
            DiscordJson.Wire.IReadOnlyListChannel,
            cancellationToken
        );

    /// <summary>All roles of a guild.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/guild#get-guild-roles"/>
    /// </remarks>
    public Task<IReadOnlyList<Role>> ListRolesAsync(Snowflake guild, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"guilds/{guild}/roles")) { Repeatable = true },
            DiscordJson.Wire.IReadOnlyListRole,
            cancellationToken
        );

    /// <summary>A person in a guild; needs no privileged intent.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/guild#get-guild-member"/>
    /// </remarks>
    public Task<GuildMember> GetMemberAsync(
        Snowflake guild,
        Snowflake user,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"guilds/{guild}/members/{user}")) { Repeatable = true },
            DiscordJson.Wire.GuildMember,
            cancellationToken
        );

    /// <summary>Leaves a guild.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/user#leave-guild"/>
    /// </remarks>
    public Task LeaveAsync(Snowflake guild, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Delete($"users/@me/guilds/{guild}")) { Repeatable = true },
            cancellationToken
        );
}
