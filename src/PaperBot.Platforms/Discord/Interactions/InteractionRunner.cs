using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Messages;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>
/// Takes a line that somebody chose, pressed or filled in to the router and shows the answer. The interaction is
/// acknowledged when the request is written down, so that a crash after it is always made good; arguments are checked
/// before that, so that a mistake is told to its author alone.
/// </summary>
internal sealed partial class InteractionRunner(
    ICommandRouter router,
    DiscordLink link,
    DiscordRenderer renderer,
    DiscordPoster poster,
    ProgressPages progress,
    ConversationThreads threads,
    TimeProvider time,
    ILogger<InteractionRunner> logger
)
{
    /// <summary>An acknowledgement does not wait longer than this for the database: Discord waits 3 s.</summary>
    public static readonly TimeSpan LatestAcknowledgement = TimeSpan.FromSeconds(1.5);

    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Runs a line.</summary>
    /// <param name="interaction">What happened.</param>
    /// <param name="line">The command line.</param>
    /// <param name="files">Files that came with it.</param>
    /// <param name="inPlace">Whether the answer takes the place of the message whose button was pressed.</param>
    /// <param name="cancellationToken">The bot ends.</param>
    public async Task RunAsync(
        Interaction interaction,
        string line,
        IReadOnlyList<IncomingFile> files,
        bool inPlace,
        CancellationToken cancellationToken
    )
    {
        if (interaction.Invoker is not { } user)
            return;
        var incoming = InteractionPlaces.IncomingOf(interaction, user, line) with { Files = files };
        var check = await router.CheckAsync(incoming, cancellationToken);
        var isPrivate = !check.IsOk || check.Value.Visibility == Visibility.Private;
        var first = new Acknowledgement(link.Client.Interactions, interaction);
        var address = new AnswerAddress(
            interaction.Channel?.Id ?? interaction.ChannelId ?? interaction.Id,
            user.Id,
            interaction.Id,
            interaction.Token,
            isPrivate
        )
        {
            InPlace = inPlace,
        };
        var defer = inPlace && check.IsOk ? InteractionResponse.DeferUpdate : InteractionResponse.Defer(isPrivate);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var alarm = DeferLateAsync(first, defer, late.Token);
        await using var shown = progress.Of(address, incoming.Locale ?? default);
        var response = await router.HandleAsync(
            incoming with
            {
                ReplyAddress = address.ToString(),
                Accepted = token => DeferAsync(first, defer, token),
                Progress = shown,
            },
            cancellationToken
        );
        await late.CancelAsync();
        await alarm;
        await shown.DisposeAsync();
        if (inPlace && shown.HasShown && response.Error is not null)
            await PutBackAsync(interaction, cancellationToken);
        if (response.Kind == ResponseKind.Repeated || response.Reply is not { } reply)
            return;
        await router.ShowAsync(
            response.Id,
            () => ShowAsync(interaction, address, first, response, reply, cancellationToken),
            logger,
            cancellationToken
        );
    }

    private async Task ShowAsync(
        Interaction interaction,
        AnswerAddress address,
        Acknowledgement first,
        Response response,
        Reply reply,
        CancellationToken cancellationToken
    )
    {
        var inPlace = address.InPlace;
        var reader = new Reader(response.Locale, response.Zone);
        var owner = inPlace ? CustomId.Read(interaction.Data?.CustomId)?.Owner ?? address.Asker : address.Asker;
        var key = response.Id.Value;
        var page = await renderer.FirstAsync(reply, PageKey.Of(key), owner, reader, cancellationToken);
        if (!first.IsGiven)
        {
            var isPrivate =
                address.IsPrivate || reply.Visibility == Visibility.Private || response.Error is not null || inPlace;
            var message = new InteractionMessage
            {
                Components = page.Components,
                Flags = MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
                AllowedMentions = Mentions.Of(reply.Notify),
            };
            if (await first.TryGiveAsync(InteractionResponse.Reply(message), page.Files, cancellationToken))
            {
                await router.ConfirmAsync(response.Id, cancellationToken);
                return;
            }
        }
        await DeliverAsync(address, page, reply, response, cancellationToken);
    }

    /// <summary>Shows again what stood there before its progress was shown in its place.</summary>
    private async Task PutBackAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Message is not { Components: { } components })
            return;
        var before = new MessageEdit
        {
            Components = components,
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = AllowedMentions.None,
        };
        try
        {
            await link.Client.Interactions.EditOriginalAsync(
                link.Application.Id,
                interaction.Token,
                before,
                cancellationToken: cancellationToken
            );
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            Log.NotPutBack(logger, e.Message);
        }
    }

    /// <summary>Shows an answer where no interaction waits for it.</summary>
    public Task AnswerAsync(
        AnswerAddress address,
        Reply reply,
        Response response,
        CancellationToken cancellationToken
    ) =>
        router.ShowAsync(
            response.Id,
            async () =>
            {
                var reader = new Reader(response.Locale, response.Zone);
                var key = PageKey.Of(response.Id.Value);
                var page = await renderer.FirstAsync(reply, key, address.Asker, reader, cancellationToken);
                await DeliverAsync(address, page, reply, response, cancellationToken);
            },
            logger,
            cancellationToken
        );

    /// <summary>Shows an answer until it stands or never will; while Discord is down it is left to the outbox.</summary>
    public async Task DeliverAsync(
        AnswerAddress address,
        DiscordPage page,
        Reply reply,
        Response response,
        CancellationToken cancellationToken
    )
    {
        var id = response.Id;
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            // The message that stands there stays; the mistake is told to whom it belongs.
            var result =
                address.InPlace && response.Error is not null
                    ? await poster.AsideAsync(address, page, id.Value, cancellationToken)
                    : await poster.AnswerAsync(address, page, reply.Notify, id.Value, cancellationToken);
            if (result is DeliveryResult.Failed { Reason: DeliveryFailure.Unavailable } failed && attempt < Attempts)
            {
                var asked = failed.RetryAt is { } at ? at - time.GetUtcNow() : pause;
                await Task.Delay(asked > pause ? asked : pause, time, cancellationToken);
                pause *= 2;
                continue;
            }
            if (result is DeliveryResult.Failed lost)
                Log.NotShown(logger, id.ToString(), lost.Reason);
            if (result is DeliveryResult.Sent sent)
                await threads.OpenAsync(
                    address,
                    sent.MessageId,
                    reply,
                    id.Value,
                    response.Locale,
                    triedSince: null,
                    cancellationToken
                );
            if (result is DeliveryResult.Sent or DeliveryResult.Failed { Reason: not DeliveryFailure.Unavailable })
                await router.ConfirmAsync(id, cancellationToken);
            else
                await router.PostponeAsync(id, cancellationToken);
            return;
        }
    }

    private async Task DeferLateAsync(Acknowledgement first, InteractionResponse defer, CancellationToken token)
    {
        try
        {
            await Task.Delay(LatestAcknowledgement, time, token);
            await DeferAsync(first, defer, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // It was answered in time.
        }
    }

    private async Task DeferAsync(Acknowledgement first, InteractionResponse defer, CancellationToken token)
    {
        try
        {
            await first.TryGiveAsync(defer, [], token);
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            // The answer finds another way: the channel.
            Log.NotAcknowledged(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An interaction could not be acknowledged: {Reason}")]
        public static partial void NotAcknowledged(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Debug, "A message could not be put back as it was: {Reason}")]
        public static partial void NotPutBack(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The answer to {Id} cannot be shown: {Reason}.")]
        public static partial void NotShown(ILogger logger, string id, DeliveryFailure reason);
    }
}
