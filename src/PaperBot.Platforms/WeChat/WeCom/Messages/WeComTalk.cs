using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Platforms.WeChat.WeCom.Posting;
using PaperBot.Platforms.WeChat.WeCom.Rendering;

namespace PaperBot.Platforms.WeChat.WeCom.Messages;

/// <summary>
/// Takes messages and presses to the router and shows the answers: a message is answered by a stream in place, a press by
/// a message of its own. Each question is answered for itself, however many come at once.
/// </summary>
internal sealed partial class WeComTalk(
    IOptions<WeComOptions> options,
    ICommandRouter router,
    WeComWork work,
    WeComLink link,
    WeComWriter writer,
    WeComPoster poster,
    ButtonCards buttons,
    SentFiles files,
    WeComWords words,
    IConversationStore conversations,
    TimeProvider time,
    ILogger<WeComTalk> logger
) : IWeComListener
{
    private const string Help = "/help";

    // Half of the thirty messages that a chat takes in a minute.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public void Take(WeComFrame frame)
    {
        if (WeComMessage.Read(frame) is not { } message)
            return;
        switch (message.Event)
        {
            case null:
                work.TryBegin("message", token => AnswerAsync(message, token));
                break;
            case "enter_chat":
                work.TryBegin("welcome", token => WelcomeAsync(message, token));
                break;
            case "template_card_event":
                work.TryBegin("press", token => PressAsync(message, token));
                break;
        }
    }

    private async Task AnswerAsync(WeComMessage message, CancellationToken cancellationToken)
    {
        var address = new WeComAddress(
            message.Chat,
            message.User,
            message.RequestId,
            WeComIds.Short(message.Id),
            time.GetUtcNow()
        );
        var locale = WeChatLanguage.Of(message.Text);
        if (message.Text.Length == 0 && message.Files.Count > 0)
        {
            files.Keep(message);
            await poster.CloseAsync(address, words.Of("wecom.file.kept", locale), cancellationToken);
            return;
        }
        var text = message.Text.Length == 0 ? Help : message.Text;
        await RunAsync(message, text, files.Of(message), locale, address, cancellationToken);
    }

    private async Task PressAsync(WeComMessage message, CancellationToken cancellationToken)
    {
        var locale = ButtonCards.LocaleOf(message.Task);
        var address = new WeComAddress(message.Chat, message.User, null, "", time.GetUtcNow());
        await ShowPressAsync(message, cancellationToken);
        if (await buttons.LineAsync(message.Key, cancellationToken) is not { } line)
            await SayAsync(message, "wecom.button.old", locale, cancellationToken);
        else if (Asking.Asks(line))
        {
            await conversations.AskAsync(
                WeComIds.Conversation(message.Chat),
                WeComIds.Person(message.User),
                line,
                cancellationToken
            );
            await SayAsync(message, message.Group is null ? "wecom.ask" : "wecom.ask.group", locale, cancellationToken);
        }
        else
            await RunAsync(message, line, [], locale, address, cancellationToken);
    }

    private async Task RunAsync(
        WeComMessage message,
        string text,
        IReadOnlyList<IncomingFile> sent,
        Locale locale,
        WeComAddress address,
        CancellationToken cancellationToken
    )
    {
        var began = time.GetTimestamp();
        await using var progress = new EditingProgress(
            (step, partial, token) =>
                poster.ShowAsync(address, words.Progress(step, partial, time.GetElapsedTime(began), locale), token),
            Pace,
            time
        );
        var latest = new LatestProgress(progress);
        var handling = router.HandleAsync(
            new Incoming
            {
                Id = WeComIds.Request(message.Id),
                Text = text,
                Person = new Person(WeComIds.Person(message.User)),
                Place = new Place(
                    WeComIds.Place(message.Chat),
                    message.Group is null ? PlaceKind.Direct : PlaceKind.Group
                ),
                Conversation = WeComIds.Conversation(message.Chat),
                Locale = locale,
                ManagesPlace = message.Group is null || Manages(message.User),
                Files = sent,
                ReplyAddress = address.ToString(),
                Progress = latest,
            },
            cancellationToken
        );
        await WatchAsync(handling, latest, progress, address, began, locale, cancellationToken);
        var response = await handling;
        await progress.DisposeAsync();
        if (response.Kind == ResponseKind.Repeated || response.Reply is not { } reply)
            return;
        await router.ShowAsync(
            response.Id,
            () => ShowAsync(reply, response, address, cancellationToken),
            logger,
            cancellationToken
        );
    }

    private async Task ShowAsync(
        Reply reply,
        Response response,
        WeComAddress address,
        CancellationToken cancellationToken
    )
    {
        var target = new WeComTarget(address.Chat, address, response.Locale);
        var reader = new Reader(response.Locale, response.Zone);
        var post = await writer.WriteAsync(
            reply,
            response.Id.Value,
            address.Chat,
            target.Asker,
            reader,
            cancellationToken
        );
        await DeliverAsync(post, target, response.Id, cancellationToken);
    }

    /// <summary>Keeps the waiting person informed, and closes the stream before WeCom does.</summary>
    private async Task WatchAsync(
        Task handling,
        LatestProgress latest,
        EditingProgress progress,
        WeComAddress address,
        long began,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        latest.Again();
        while (address.IsAlive(time.GetUtcNow()))
        {
            await Task.WhenAny(handling, Task.Delay(Tick, time, cancellationToken));
            if (handling.IsCompleted || cancellationToken.IsCancellationRequested)
                return;
            latest.Again();
        }
        if (address.RequestId is null)
            return;
        await progress.DisposeAsync();
        var line =
            words.Progress(latest.Line, null, time.GetElapsedTime(began), locale) + words.Of("wecom.later", locale);
        await poster.CloseAsync(address, line, cancellationToken);
    }

    /// <summary>Until it stands or never will; what the bot's end cuts off is resumed at the next start.</summary>
    private async Task DeliverAsync(
        WeComPost post,
        WeComTarget target,
        RequestId id,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            DateTimeOffset? retryAt = null;
            try
            {
                switch (await poster.PostAsync(post, target, id.Value, cancellationToken))
                {
                    case DeliveryResult.Sent:
                        await router.ConfirmAsync(id, CancellationToken.None);
                        return;
                    case DeliveryResult.Failed { Reason: not DeliveryFailure.Unavailable } failed:
                        Log.NotShown(logger, id.ToString(), failed.Reason);
                        await router.ConfirmAsync(id, cancellationToken);
                        return;
                    case DeliveryResult.Failed failed:
                        retryAt = failed.RetryAt;
                        break;
                }
            }
            catch (StorageException e)
            {
                Log.NotWritten(logger, id.ToString(), e);
            }
            var asked = (retryAt ?? DateTimeOffset.MinValue) - time.GetUtcNow();
            await Task.Delay(asked > Pause ? asked : Pause, time, cancellationToken);
            await link.UpAsync(cancellationToken);
        }
    }

    private async Task WelcomeAsync(WeComMessage message, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["msgtype"] = "text",
            ["text"] = new JsonObject { ["content"] = words.Of("wecom.welcome", Locale.Chinese) },
        };
        await link.AnswerAsync(WeComCommands.Welcome, message.RequestId, body, cancellationToken);
    }

    private async Task ShowPressAsync(WeComMessage message, CancellationToken cancellationToken)
    {
        if (await buttons.PressedAsync(message.Chat, message.Task, message.Key, cancellationToken) is not { } card)
            return;
        var body = new JsonObject { ["response_type"] = "update_template_card", ["template_card"] = card };
        try
        {
            await link.AnswerAsync(WeComCommands.Update, message.RequestId, body, cancellationToken);
        }
        catch (WeComLostException)
        {
            // Only a courtesy.
        }
    }

    private async Task SayAsync(WeComMessage message, string key, Locale locale, CancellationToken cancellationToken)
    {
        var post = new WeComPost([words.Of(key, locale)], [], null);
        var target = new WeComTarget(message.Chat, null, locale);
        await poster.PostAsync(post, target, "say:" + message.Id, cancellationToken);
    }

    private bool Manages(string user) => options.Value.Managers.Count == 0 || options.Value.Managers.Contains(user);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The answer to {Id} cannot be shown: {Reason}.")]
        public static partial void NotShown(ILogger logger, string id, DeliveryFailure reason);

        [LoggerMessage(2, LogLevel.Warning, "How far the answer to {Id} came could not be written down yet.")]
        public static partial void NotWritten(ILogger logger, string id, Exception exception);
    }
}
