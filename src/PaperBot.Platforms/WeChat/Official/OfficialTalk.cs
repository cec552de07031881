using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Platforms.Answering;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Answers pushes inside the platform's window of three tries of 5 s. What is not ready by then is handed over with the
/// person's next message, whatever that is; a second question is a second question and never taken for a poll.
/// </summary>
internal sealed partial class OfficialTalk(
    ICommandRouter router,
    ExchangeTable table,
    WaitingAnswers waiting,
    HandOver handOver,
    OfficialWriter writer,
    OfficialWords words,
    CustomPush push,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<OfficialTalk> logger
) : IHostedService
{
    /// <summary>How long one try may take: the platform hangs up after 5 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4.2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>The platform tries so often.</summary>
    public const int Tries = 3;

    private readonly RunningTasks _running = new();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is not answered is resumed at the next start.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _running.All;

    /// <summary>The answer to one try.</summary>
    /// <returns>What to say; null when nothing is to be said (an event); not at all while a later try will be better.</returns>
    public async Task<OfficialAnswer> AnswerAsync(OfficialMessage message, CancellationToken cancellationToken)
    {
        if (words.Own(message) is { } own)
            return OfficialAnswer.Say(own);
        if (OfficialWords.TextOf(message) is not { } text)
            return OfficialAnswer.Nothing;
        var locale = WeChatLanguage.Of(text);
        if (table.Enter(message.Key) is not var (exchange, isNew))
            return OfficialAnswer.Say(words.Busy(locale));
        var attempt = exchange.Try();
        if (isNew)
        {
            push.Heard(message.OpenId);
            _running.Add(RunAsync(message, text, locale, exchange, lifetime.ApplicationStopping));
        }
        await exchange
            .Done.WaitAsync(Patience, time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var since = time.GetUtcNow() - exchange.Began;
        if (await handOver.TakeAsync(message, OfficialWords.IsPoll(text), cancellationToken) is { } handed)
        {
            var said = words.Joined(push.Follows(handed) ? handed with { Left = 0 } : handed, locale);
            if (!exchange.Done.IsCompleted)
            {
                exchange.Told();
                said += "\n\n" + words.StillAtItToo(since, push.IsProven, locale);
            }
            return OfficialAnswer.Say(said, handed);
        }
        if (!exchange.Done.IsCompleted && attempt < Tries && !exchange.IsKnown)
            return OfficialAnswer.Later;
        exchange.Told();
        return OfficialAnswer.Say(words.StillAtIt(exchange, since, push.IsProven, locale));
    }

    private async Task RunAsync(
        OfficialMessage message,
        string text,
        Locale locale,
        Exchange exchange,
        CancellationToken cancellationToken
    )
    {
        var incoming = new Incoming
        {
            Id = RequestId.Of(WeChatIds.Platform, message.Key),
            Text = text,
            Person = new Person(WeChatIds.Person(message.OpenId)),
            Place = new Place(WeChatIds.Place(message.OpenId)),
            Conversation = WeChatIds.Conversation(message.OpenId),
            Locale = locale,
            ReplyAddress = message.OpenId,
            Progress = exchange,
        };
        Func<Task>? done = null;
        try
        {
            await router.ShowAsync(
                incoming.Id,
                async () => done = await AnswerAsync(incoming, message, exchange, cancellationToken),
                logger,
                cancellationToken
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Left(logger, incoming.Id);
        }
        finally
        {
            exchange.Finish();
            // Also when another start resumed it: what a try of the platform lost would wait for the person.
            push.BeginAfter(message.OpenId, exchange, done);
        }
    }

    /// <summary>Keeps the answer until it is handed over.</summary>
    /// <returns>What to call when it was; null when there is nothing to be said then.</returns>
    private async Task<Func<Task>?> AnswerAsync(
        Incoming incoming,
        OfficialMessage message,
        Exchange exchange,
        CancellationToken cancellationToken
    )
    {
        if (OfficialWords.IsPoll(incoming.Text) && await handOver.HasAnyAsync(message.OpenId, cancellationToken))
            return null;
        var response = await router.HandleAsync(incoming, cancellationToken);
        if (response.Kind == ResponseKind.Repeated)
        {
            exchange.Known();
            return null;
        }
        if (response.Reply is { } reply)
            await KeepAsync(reply, message.OpenId, response, cancellationToken);
        // Until it is handed over it may be resumed: an answer that only waits is not sent by any start.
        if (push.IsOpen)
            return () => router.ConfirmAsync(response.Id, CancellationToken.None);
        await router.ConfirmAsync(response.Id, cancellationToken);
        return null;
    }

    /// <summary>Until the database has it: an answer is not lost because that was busy for a while.</summary>
    private async Task KeepAsync(Reply reply, string openId, Response response, CancellationToken cancellationToken)
    {
        var reader = new Reader(response.Locale, response.Zone);
        while (true)
        {
            try
            {
                var post = await writer.WriteAsync(reply, openId, reader, cancellationToken);
                await waiting.KeepAsync(openId, response.Id.Value, post, cancellationToken);
                return;
            }
            catch (StorageException e)
            {
                Log.NotKept(logger, response.Id, e);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The request {Id} is left for the next start.")]
        public static partial void Left(ILogger logger, RequestId id);

        [LoggerMessage(3, LogLevel.Warning, "The answer to {Id} could not be kept yet.")]
        public static partial void NotKept(ILogger logger, RequestId id, Exception exception);
    }
}
