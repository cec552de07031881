using System.Text.Json;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Rest;

/// <summary>Channels and threads.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel"/>
/// </remarks>
public sealed class ChannelsApi
{
    private readonly RestClient _rest;

    internal ChannelsApi(RestClient rest) => _rest = rest;

    /// <summary>A channel or a thread.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#get-channel"/>
    /// </remarks>
    public Task<Channel> GetAsync(Snowflake channel, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"channels/{channel}")) { Repeatable = true },
            DiscordJson.Wire.Channel,
            cancellationToken
        );

    /// <summary>Changes a channel or a thread. Names can be changed only twice in ten minutes.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#modify-channel"/>
    /// </remarks>
    public Task<Channel> EditAsync(
        Snowflake channel,
        ChannelEdit edit,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Patch($"channels/{channel}"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(edit, DiscordJson.Wire.ChannelEdit),
                Repeatable = true,
            },
            DiscordJson.Wire.Channel,
            cancellationToken
        );

    /// <summary>Shows for ten seconds that the bot is typing.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#trigger-typing-indicator"/>
    /// </remarks>
    public Task TypingAsync(Snowflake channel, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Post($"channels/{channel}/typing")) { Repeatable = true },
            cancellationToken
        );

    /// <summary>Opens a thread on a message; the thread has the message's id.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#start-thread-from-message"/>
    /// </remarks>
    public Task<Channel> StartThreadAsync(
        Snowflake channel,
        Snowflake message,
        ThreadCreate thread,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Post($"channels/{channel}/messages/{message}/threads"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(thread, DiscordJson.Wire.ThreadCreate),
            },
            DiscordJson.Wire.Channel,
            cancellationToken
        );

    /// <summary>Opens a thread that hangs on no message.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#start-thread-without-message"/>
    /// </remarks>
    public Task<Channel> StartThreadAsync(
        Snowflake channel,
        ThreadCreate thread,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Post($"channels/{channel}/threads"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(thread, DiscordJson.Wire.ThreadCreate),
            },
            DiscordJson.Wire.Channel,
            cancellationToken
        );

    /// <summary>Joins a thread.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#join-thread"/>
    /// </remarks>
    public Task JoinThreadAsync(Snowflake thread, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Put($"channels/{thread}/thread-members/@me")) { Repeatable = true },
            cancellationToken
        );

    /// <summary>Adds a person to a thread.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/channel#add-thread-member"/>
    /// </remarks>
    public Task AddThreadMemberAsync(Snowflake thread, Snowflake user, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Put($"channels/{thread}/thread-members/{user}")) { Repeatable = true },
            cancellationToken
        );

    /// <summary>The direct message with a person, which is made when there is none.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/user#create-dm"/>
    /// </remarks>
    public Task<Channel> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Post($"users/@me/channels"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(new RecipientBody(user), DiscordJson.Wire.RecipientBody),
                Repeatable = true,
            },
            DiscordJson.Wire.Channel,
            cancellationToken
        );
}
