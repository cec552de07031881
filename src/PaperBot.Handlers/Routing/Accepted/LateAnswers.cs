using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Requests;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing.Accepted;

/// <summary>Answers a request that was taken over, through its platform's outbox and under its own id.</summary>
internal sealed partial class LateAnswers(
    CommandRouter router,
    RequestLedger ledger,
    ErrorWords words,
    IEnumerable<IOutbox> outboxes,
    TimeProvider time,
    ILogger<LateAnswers> logger
)
{
    private const int MostPosts = 12;
    private const int LongestKey = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IOutbox> _outboxes = outboxes.ToDictionary(outbox => outbox.Platform);

    /// <summary>Runs and posts; done when the platform has confirmed, or it is certain that it never will.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A worker: what fails here is logged, and tried again.")]
    public async Task GiveAsync(AcceptedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await AnswerAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            await FailedAsync(request, e);
        }
    }

    private async Task AnswerAsync(AcceptedRequest request, CancellationToken cancellationToken)
    {
        // Without its platform nobody can be told: the request waits for a start at which the platform is there.
        if (!_outboxes.TryGetValue(request.Place.Id.Platform, out var outbox))
        {
            Log.NoOutbox(logger, request.Id.ToString(), request.Place.Id.Platform);
            return;
        }
        var response = await router.ResumeAsync(request, cancellationToken);
        if (response.Reply is not { } reply)
            return;
        var destination = new Destination(request.Place.Id, request.ReplyAddress, request.Person.Id)
        {
            Locale = request.Locale ?? Locale.English,
            TriedSince = request.AcceptedAt,
            IsError = response.Error is not null,
        };
        var key = KeyOf(request, "");
        try
        {
            var failure = await PostAsync(outbox, destination, reply, key, cancellationToken);
            if (failure == DeliveryFailure.Rejected)
            {
                var sorry = words.Reply(Errors.Internal("request.rejected"), destination.Locale);
                var told = destination with { IsError = true };
                failure = await PostAsync(outbox, told, sorry, KeyOf(request, "!"), cancellationToken);
            }
            if (failure == DeliveryFailure.Unavailable)
            {
                // Worn out, it is only to be told that it did not work: the next start is soon enough.
                if (!ledger.IsWornOut(request))
                    await ledger.PostponeAsync(request.Id, CancellationToken.None);
                return;
            }
            if (failure is { } reason)
                Log.Undeliverable(logger, request.Id.ToString(), reason);
            // What was shown is recorded even while the process ends.
            await ledger.CompleteAsync(request.Id, CancellationToken.None);
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, request.Id.ToString(), e);
        }
    }

    /// <summary>What an outbox throws must not leave a request with a process that does nothing about it any more.</summary>
    private async Task FailedAsync(AcceptedRequest request, Exception exception)
    {
        Log.Failed(logger, request.Id.ToString(), exception);
        try
        {
            // Beyond the last attempt not even the word that it did not work could be posted.
            if (ledger.IsWornOut(request))
                await ledger.CompleteAsync(request.Id, CancellationToken.None);
            else
                await ledger.PostponeAsync(request.Id, CancellationToken.None);
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, request.Id.ToString(), e);
        }
    }

    /// <summary>Posts until it is seen or hopeless. One key: what is posted again is seen once.</summary>
    private async Task<DeliveryFailure?> PostAsync(
        IOutbox outbox,
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        var pause = FirstPause;
        for (var post = 1; ; post++)
        {
            DateTimeOffset? retryAt = null;
            switch (await outbox.PostAsync(destination, reply, key, cancellationToken))
            {
                case DeliveryResult.Sent:
                    return null;
                case DeliveryResult.Failed { Reason: not DeliveryFailure.Unavailable } failed:
                    return failed.Reason;
                case DeliveryResult.Failed failed:
                    retryAt = failed.RetryAt;
                    break;
            }
            if (post == MostPosts)
                return DeliveryFailure.Unavailable;
            var asked = (retryAt ?? DateTimeOffset.MinValue) - time.GetUtcNow();
            await Task.Delay(asked > pause ? asked : pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static DeliveryKey KeyOf(AcceptedRequest request, string suffix)
    {
        var id = request.Id.Value;
        var most = LongestKey - suffix.Length;
        return new DeliveryKey((id.Length > most ? id[^most..] : id) + suffix);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The request {Id} waits: the platform {Platform} is switched off.")]
        public static partial void NoOutbox(ILogger logger, string id, string platform);

        [LoggerMessage(2, LogLevel.Warning, "The answer to {Id} cannot be shown any more: {Reason}.")]
        public static partial void Undeliverable(ILogger logger, string id, DeliveryFailure reason);

        [LoggerMessage(3, LogLevel.Warning, "The answer to {Id} was shown and could not be recorded.")]
        public static partial void StorageFailed(ILogger logger, string id, Exception exception);

        [LoggerMessage(4, LogLevel.Error, "The answer to {Id} failed on its way out.")]
        public static partial void Failed(ILogger logger, string id, Exception exception);
    }
}
