using PaperBot.Discord.Json;

namespace PaperBot.Discord.Rest;

/// <summary>People, and the bot itself.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/user"/>
/// </remarks>
public sealed class UsersApi
{
    private readonly RestClient _rest;

    internal UsersApi(RestClient rest) => _rest = rest;

    /// <summary>The bot's own account.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/user#get-current-user"/>
    /// </remarks>
    public Task<User> GetMeAsync(CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"users/@me")) { Repeatable = true },
            DiscordJson.Wire.User,
            cancellationToken
        );

    /// <summary>A person.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/user#get-user"/>
    /// </remarks>
    public Task<User> GetAsync(Snowflake user, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"users/{user}")) { Repeatable = true },
            DiscordJson.Wire.User,
            cancellationToken
        );

    /// <summary>The guilds that the bot is in, up to 200.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/user#get-current-user-guilds"/>
    /// </remarks>
    public Task<IReadOnlyList<Guild>> ListGuildsAsync(CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"users/@me/guilds")) { Repeatable = true },
            DiscordJson.Wire.IReadOnlyListGuild,
            cancellationToken
        );
}
