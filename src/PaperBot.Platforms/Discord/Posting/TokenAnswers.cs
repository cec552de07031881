using System.Net;
using PaperBot.Core.Identity;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>What an interaction's token allows while it lives: to edit its answer, and to add messages.</summary>
internal sealed class TokenAnswers(DiscordLink link)
{
    /// <summary>Whether Discord says that the token is of no use any more.</summary>
    public static bool IsDead(DiscordApiException e) =>
        e.Code
            is DiscordErrorCode.UnknownWebhook
                or DiscordErrorCode.InvalidWebhookToken
                or DiscordErrorCode.UnknownInteraction
        || e.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized;

    /// <summary>Shows a page in the place of the first answer.</summary>
    public async Task<Snowflake> EditAsync(
        AnswerAddress address,
        DiscordPage page,
        IReadOnlyList<PersonId> notify,
        CancellationToken cancellationToken
    )
    {
        var edit = new MessageEdit
        {
            Components = page.Components,
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = Mentions.Of(notify),
        };
        var shown = await link.Client.Interactions.EditOriginalAsync(
            link.Application.Id,
            address.Token!,
            edit,
            page.Files,
            cancellationToken
        );
        return shown.Id;
    }

    /// <summary>Shows a page in a message of its own.</summary>
    public async Task<Snowflake> FollowUpAsync(
        AnswerAddress address,
        DiscordPage page,
        bool isPrivate,
        CancellationToken cancellationToken
    )
    {
        var message = new InteractionMessage
        {
            Components = page.Components,
            Flags = MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
            AllowedMentions = AllowedMentions.None,
        };
        var shown = await link.Client.Interactions.FollowUpAsync(
            link.Application.Id,
            address.Token!,
            message,
            page.Files,
            cancellationToken
        );
        return shown.Id;
    }
}
