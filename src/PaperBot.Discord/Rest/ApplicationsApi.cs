using System.Text.Json;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Rest;

/// <summary>The application and its commands.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/application-commands"/>
/// </remarks>
public sealed class ApplicationsApi
{
    private readonly RestClient _rest;

    internal ApplicationsApi(RestClient rest) => _rest = rest;

    /// <summary>The application that the token belongs to.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/application#get-current-application"/>
    /// </remarks>
    public Task<Application> GetMeAsync(CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"applications/@me")) { Repeatable = true },
            DiscordJson.Wire.Application,
            cancellationToken
        );

    /// <summary>The global commands with all their localisations.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands"/>
    /// </remarks>
    public Task<IReadOnlyList<ApplicationCommand>> ListCommandsAsync(
        Snowflake application,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"applications/{application}/commands"))
            {
                Query = "?with_localizations=true",
                Repeatable = true,
            },
            DiscordJson.Wire.IReadOnlyListApplicationCommand,
            cancellationToken
        );

    /// <summary>
    /// Makes these the global commands; all others disappear. Only 200 new commands a day are allowed.
    /// </summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands"/>
    /// </remarks>
    public Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake application,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Put($"applications/{application}/commands"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Wire.IReadOnlyListApplicationCommand),
                Repeatable = true,
            },
            DiscordJson.Wire.IReadOnlyListApplicationCommand,
            cancellationToken
        );

    /// <summary>The commands of one guild with all their localisations.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/application-commands#get-guild-application-commands"/>
    /// </remarks>
    public Task<IReadOnlyList<ApplicationCommand>> ListGuildCommandsAsync(
        Snowflake application,
        Snowflake guild,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"applications/{application}/guilds/{guild}/commands"))
            {
                Query = "?with_localizations=true",
                Repeatable = true,
            },
            DiscordJson.Wire.IReadOnlyListApplicationCommand,
            cancellationToken
        );

    /// <summary>Makes these the commands of one guild.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-guild-application-commands"/>
    /// </remarks>
    public Task<IReadOnlyList<ApplicationCommand>> OverwriteGuildCommandsAsync(
        Snowflake application,
        Snowflake guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Put($"applications/{application}/guilds/{guild}/commands"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Wire.IReadOnlyListApplicationCommand),
                Repeatable = true,
            },
            DiscordJson.Wire.IReadOnlyListApplicationCommand,
            cancellationToken
        );

    /// <summary>The gateway's address, the recommended shards, and how often the bot may identify.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/events/gateway#get-gateway-bot"/>
    /// </remarks>
    public Task<GatewayBot> GetGatewayAsync(CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"gateway/bot")) { Repeatable = true },
            DiscordJson.Wire.GatewayBot,
            cancellationToken
        );
}
