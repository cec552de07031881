using System.Text.Json;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Rest;

/// <summary>
/// Answers to interactions. They need no bot token, count for no global limit, and work for 15 minutes.
/// </summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding"/>
/// </remarks>
public sealed class InteractionsApi
{
    private readonly RestClient _rest;

    internal InteractionsApi(RestClient rest) => _rest = rest;

    /// <summary>
    /// The first answer, due within 3 seconds. It is never sent twice: a second one would be refused as already
    /// acknowledged.
    /// </summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response"/>
    /// </remarks>
    public Task RespondAsync(
        Interaction interaction,
        InteractionResponse response,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(interaction);
        var request = new RestRequest(Route.Post($"interactions/{interaction.Id}/{interaction.Token}/callback"))
        {
            Json = Body(response, files ?? []),
            Files = files ?? [],
        };
        return _rest.SendAsync(request, cancellationToken);
    }

    /// <summary>The first answer, returning the message that it made.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response"/>
    /// </remarks>
    public Task<InteractionCallbackResult> RespondWithResultAsync(
        Interaction interaction,
        InteractionResponse response,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(interaction);
        var request = new RestRequest(Route.Post($"interactions/{interaction.Id}/{interaction.Token}/callback"))
        {
            Json = Body(response, files ?? []),
            Files = files ?? [],
            Query = "?with_response=true",
        };
        return _rest.SendAsync(request, DiscordJson.Wire.InteractionCallbackResult, cancellationToken);
    }

    /// <summary>The first answer as a message.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#get-original-interaction-response"/>
    /// </remarks>
    public Task<Message> GetOriginalAsync(
        Snowflake application,
        string token,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"webhooks/{application}/{token}/messages/@original")) { Repeatable = true },
            DiscordJson.Wire.Message,
            cancellationToken
        );

    /// <summary>Edits the first answer, or gives it after a deferral. May be repeated.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#edit-original-interaction-response"/>
    /// </remarks>
    public Task<Message> EditOriginalAsync(
        Snowflake application,
        string token,
        MessageEdit edit,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(edit);
        var described = edit with { Attachments = DiscordFile.Describe(edit.Attachments, files ?? []) };
        var request = new RestRequest(Route.Patch($"webhooks/{application}/{token}/messages/@original"))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(described, DiscordJson.Wire.MessageEdit),
            Files = files ?? [],
            Repeatable = true,
        };
        return _rest.SendAsync(request, DiscordJson.Wire.Message, cancellationToken);
    }

    /// <summary>Deletes the first answer.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#delete-original-interaction-response"/>
    /// </remarks>
    public Task DeleteOriginalAsync(
        Snowflake application,
        string token,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Delete($"webhooks/{application}/{token}/messages/@original")) { Repeatable = true },
            cancellationToken
        );

    /// <summary>
    /// A further message. It is not sent again after a lost answer, because Discord has no nonce here; five are allowed
    /// where only a person installed the app.
    /// </summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message"/>
    /// </remarks>
    public Task<Message> FollowUpAsync(
        Snowflake application,
        string token,
        InteractionMessage message,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        var described = message with { Attachments = DiscordFile.Describe(message.Attachments, files ?? []) };
        var request = new RestRequest(Route.Post($"webhooks/{application}/{token}"))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(described, DiscordJson.Wire.InteractionMessage),
            Files = files ?? [],
        };
        return _rest.SendAsync(request, DiscordJson.Wire.Message, cancellationToken);
    }

    /// <summary>A further message.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#get-followup-message"/>
    /// </remarks>
    public Task<Message> GetFollowUpAsync(
        Snowflake application,
        string token,
        Snowflake message,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Get($"webhooks/{application}/{token}/messages/{message}")) { Repeatable = true },
            DiscordJson.Wire.Message,
            cancellationToken
        );

    /// <summary>Edits a further message.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#edit-followup-message"/>
    /// </remarks>
    public Task<Message> EditFollowUpAsync(
        Snowflake application,
        string token,
        Snowflake message,
        MessageEdit edit,
        IReadOnlyList<DiscordFile>? files = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(edit);
        var described = edit with { Attachments = DiscordFile.Describe(edit.Attachments, files ?? []) };
        var request = new RestRequest(Route.Patch($"webhooks/{application}/{token}/messages/{message}"))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(described, DiscordJson.Wire.MessageEdit),
            Files = files ?? [],
            Repeatable = true,
        };
        return _rest.SendAsync(request, DiscordJson.Wire.Message, cancellationToken);
    }

    /// <summary>Deletes a further message, or one with a button that was pressed.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#delete-followup-message"/>
    /// </remarks>
    public Task DeleteFollowUpAsync(
        Snowflake application,
        string token,
        Snowflake message,
        CancellationToken cancellationToken = default
    ) =>
        _rest.SendAsync(
            new RestRequest(Route.Delete($"webhooks/{application}/{token}/messages/{message}")) { Repeatable = true },
            cancellationToken
        );

    private static byte[] Body(InteractionResponse response, IReadOnlyList<DiscordFile> files)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Message is { } message)
        {
            message = message with { Attachments = DiscordFile.Describe(message.Attachments, files) };
            var data = JsonSerializer.SerializeToElement(message, DiscordJson.Wire.InteractionMessage);
            response = response with { Data = data };
        }

        return JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Wire.InteractionResponse);
    }
}
