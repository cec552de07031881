using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>Takes messages to the router and writes the answers down. A page may come and go meanwhile.</summary>
internal sealed partial class ChatRunner(
    ICommandRouter router,
    ChatTranscript transcript,
    ChatHub hub,
    TimeProvider time,
    ILogger<ChatRunner> logger
) : BackgroundService
{
    public const int MostRunning = 1_000;

    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Channel<ChatWork> _waiting = Channel.CreateUnbounded<ChatWork>();
    private readonly RunningTasks _running = new();
    private int _count;
    private long _order;

    /// <summary>Takes a message on, unless it is being answered already.</summary>
    /// <returns>False when too many are being answered.</returns>
    public bool TryTake(
        ConversationId chat,
        string id,
        string text,
        ReplyAddress address,
        Locale locale,
        IReadOnlyList<IncomingFile>? files = null
    )
    {
        if (Interlocked.Increment(ref _count) > MostRunning)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }
        var request = new ActiveRequest(chat, id, address, Interlocked.Increment(ref _order), hub);
        if (!hub.TryBegin(request))
        {
            Interlocked.Decrement(ref _count);
            return true;
        }
        var incoming = new Incoming
        {
            Id = RequestId.Of(Visitors.Platform, id),
            Text = text,
            Person = new Person(ChatKey.OwnerOf(chat)),
            Place = ChatKey.PlaceOf(chat),
            Conversation = chat,
            Locale = locale,
            ManagesPlace = true,
            Files = files ?? [],
            ReplyAddress = address.ToString(),
            Progress = request,
        };
        _waiting.Writer.TryWrite(new ChatWork(incoming, request));
        return true;
    }

    /// <summary>Lets answers that are nearly there arrive; the rest is resumed at the next start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAny(_running.All, Task.Delay(Drain, time, cancellationToken));
        await base.StopAsync(cancellationToken);
        await _running.All;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _waiting.Reader.ReadAllAsync(stoppingToken))
            _running.Add(RunAsync(work, stoppingToken));
    }

    private async Task RunAsync(ChatWork work, CancellationToken cancellationToken)
    {
        try
        {
            await router.ShowAsync(
                work.Incoming.Id,
                async () =>
                {
                    var response = await router.HandleAsync(work.Incoming, cancellationToken);
                    if (response.Kind != ResponseKind.Repeated)
                        await WriteAsync(work, response, cancellationToken);
                },
                logger,
                cancellationToken
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Left(logger, work.Incoming.Id);
        }
        finally
        {
            hub.End(work.Request);
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Writes until the database takes it: an answer that was made is not lost to a busy disk.</summary>
    private async Task WriteAsync(ChatWork work, Response response, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                if (response.Reply is { } reply)
                    await transcript.AnswerAsync(
                        work.Request.Chat,
                        work.Request.Address,
                        response.Id.Value,
                        reply,
                        response.Error is { } error ? ErrorKinds.Name(error.Kind) : null,
                        work.Incoming.Locale ?? Locale.English,
                        cancellationToken
                    );
                await router.ConfirmAsync(response.Id, cancellationToken);
                return;
            }
            catch (StorageException e)
            {
                Log.NotWritten(logger, work.Incoming.Id, e);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The request {Id} is left for the next start.")]
        public static partial void Left(ILogger logger, RequestId id);

        [LoggerMessage(2, LogLevel.Warning, "The answer to {Id} could not be written down yet.")]
        public static partial void NotWritten(ILogger logger, RequestId id, Exception exception);
    }
}
