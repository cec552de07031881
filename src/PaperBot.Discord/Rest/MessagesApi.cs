using System.Text.Json;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Rest;

/// <summary>Messages of channels.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message"/>
/// </remarks>
public sealed class MessagesApi
{
    private readonly RestClient _rest;

    internal MessagesApi(RestClient rest) => _rest = rest;

    /// <summary>
    /// Posts. It is sent again after a lost answer only when the message has a nonce that is enforced; otherwise the
    /// caller hears that it is not known whether it was posted (a <see cref="TimeoutException"/> or an <see
    /// cref="HttpRequestException"/>).
    /// </summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#create-message"/>
    /// </remarks>
    public Task<Message> CreateAsync(
        Snowflake channel,
        MessageCreate message,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        var described = message with { Attachments = DiscordFile.Describe(message.Attachments, files ?? []) };
        var request = new RestRequest(Route.Post($"channels/{channel}/messages"))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(described, DiscordJson.Wire.MessageCreate),
            Files = files ?? [],
            Repeatable = message is { EnforceNonce: true, Nonce: not null },
        };
        return _rest.SendAsync(request, DiscordJson.Wire.Message, cancellationToken);
    }

    /// <summary>Edits a message of the bot.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#edit-message"/>
    /// </remarks>
    public Task<Message> EditAsync(
        Snowflake channel,
        Snowflake message,
        MessageEdit edit,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(edit);
        var described = edit with { Attachments = DiscordFile.Describe(edit.Attachments, files ?? []) };
        var request = new RestRequest(Route.Patch($"channels/{channel}/messages/{message}"))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(described, DiscordJson.Wire.MessageEdit),
            Files = files ?? [],
            Repeatable = true,
        };
        return _rest.SendAsync(request, DiscordJson.Wire.Message, cancellationToken);
    }

    /// <summary>One message.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#get-channel-message"/>
    /// </remarks>
    public Task<Message> GetAsync(
        Snowflake channel,
        Snowflake message,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"channels/{channel}/messages/{message}")) { Repeatable = true },
            DiscordJson.Wire.Message,
            cancellationToken
        );

    /// <summary>Messages of a channel, the newest first. Needs the permission to read the history.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#get-channel-messages"/>
    /// </remarks>
    public Task<IReadOnlyList<Message>> ListAsync(
        Snowflake channel,
        MessageQuery query = default,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"channels/{channel}/messages")) { Query = query.ToString(), Repeatable = true },
            DiscordJson.Wire.IReadOnlyListMessage,
            cancellationToken
        );

    /// <summary>Deletes a message.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#delete-message"/>
    /// </remarks>
    public Task DeleteAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(
            new RestRequest(Route.Delete($"channels/{channel}/messages/{message}")) { Repeatable = true },
            cancellationToken
        );

    /// <summary>Deletes 2 to 100 messages that are younger than two weeks.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#bulk-delete-messages"/>
    /// </remarks>
    public Task DeleteManyAsync(
        Snowflake channel,
        IReadOnlyList<Snowflake> messages,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Post($"channels/{channel}/messages/bulk-delete"))
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(
                    new BulkDeleteBody(messages),
                    DiscordJson.Wire.BulkDeleteBody
                ),
                Repeatable = true,
            },
            cancellationToken
        );

    /// <summary>Adds a reaction: a Unicode character, or <c>name:id</c> of a guild's own.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/resources/message#create-reaction"/>
    /// </remarks>
    public Task ReactAsync(
        Snowflake channel,
        Snowflake message,
        string emoji,
        CancellationToken cancellationToken = default
    )
    {
        var path = $"channels/{channel}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me";
        var route = Route.Put($"channels/{channel}/messages/{message}/reactions") with { Path = path };
        return _rest.SendAsync(new RestRequest(route) { Repeatable = true }, cancellationToken);
    }
}
