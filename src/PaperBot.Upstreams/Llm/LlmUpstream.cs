using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// One model behind its queue: a call is one request, streamed. When its turn has come it is first looked up whether
/// somebody has got the answer meanwhile, and whether the day's budget still allows it.
/// </summary>
internal sealed partial class LlmUpstream(
    LlmModel model,
    IChatClient client,
    ModelLedger ledger,
    ModelQuotas quotas,
    TimeProvider time,
    ILogger<LlmUpstream> logger
) : IUpstream<LlmCall, ModelAnswer>
{
    private readonly LlmRequest _request = new(model.Options);

    public UpstreamPace Pace { get; } = LlmPace.Of(model);

    /// <summary>The model behind a client of its own.</summary>
    public static LlmUpstream Create(
        LlmModel model,
        HttpClient http,
        ModelLedger ledger,
        ModelQuotas quotas,
        TimeProvider time,
        ILogger<LlmUpstream> logger
    ) => new(model, ChatClients.Create(model.Options, http), ledger, quotas, time, logger);

    public string KeyOf(LlmCall call) => call.Call.Owner is { } owner ? $"{owner} {call.Call.Key}" : call.Call.Key;

    public IReadOnlyList<SlotCharge> ChargesOf(IReadOnlyList<LlmCall> batch) =>
        model.Options.TokensPerMinute == 0
            ? Pace.Charges
            : LlmPace.ChargesOf(model.Options, batch.Sum(call => (double)MostTokens(call.Call.Prompt)));

    public async Task<Attempt<ModelAnswer>> SendAsync(
        IReadOnlyList<LlmCall> batch,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    )
    {
        var call = batch[0];
        var keeper = call.Call.Keeper;
        if (keeper is not null && await keeper.FindAsync(model.Facts, cancellationToken) is { } kept)
            return Answered(kept);
        if (await ledger.RefusalAsync(cancellationToken) is { } refusal)
            return LlmFailures.Final(refusal);
        var stream = new LlmStream(call.Call.Prompt);
        using (ledger.Reserve(MostTokens(call.Call.Prompt)))
        {
            bool wasCut;
            try
            {
                wasCut = await ReadAsync(call.Call.Prompt, stream, progress, cancellationToken);
            }
            catch (Exception exception) when (LlmHttpException.In(exception) is { } failure)
            {
                return Failed(failure);
            }
            finally
            {
                if (stream.HasBegun)
                    await ChargeAsync(call, stream.Usage());
            }

            return await EndAsync(call.Call, stream, wasCut);
        }
    }

    /// <returns>True when the answer was cut: the connection broke or the time was over while the model spoke.</returns>
    private async Task<bool> ReadAsync(
        ModelPrompt prompt,
        LlmStream stream,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    )
    {
        using var total = new CancellationTokenSource(model.Options.AttemptTimeout, time);
        using var silence = new CancellationTokenSource();
        await using var watch = time.CreateTimer(
            _ => silence.Cancel(),
            null,
            model.Options.SilenceTimeout,
            Timeout.InfiniteTimeSpan
        );
        using var any = CancellationTokenSource.CreateLinkedTokenSource(total.Token, silence.Token, cancellationToken);
        var updates = client.GetStreamingResponseAsync(
            LlmRequest.Messages(prompt),
            _request.Options(prompt),
            any.Token
        );
        try
        {
            await foreach (var update in updates)
            {
                watch.Change(model.Options.SilenceTimeout, Timeout.InfiniteTimeSpan);
                if (stream.Add(update) && stream.Text is { Length: > 0 } text)
                    progress.Partial(0, text);
                if (stream.IsTooLong)
                    return true;
            }

            return !stream.HasEnded;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (LlmHttpException.In(exception) is null)
        {
            Log.Broke(logger, model.Queue, exception.GetType().Name);
            if (stream.Text.Length > 0)
                return true;
            // Whatever an SDK wraps around it and whatever it could not read: it does not work at the moment.
            throw (Exception?)NetworkFailure(exception)
                ?? new InvalidDataException("The model's answer could not be read.", exception);
        }
    }

    private async Task<Attempt<ModelAnswer>> EndAsync(ModelCall call, LlmStream stream, bool wasCut)
    {
        var end = stream.End(wasCut);
        var text = stream.Text.Trim();
        if (text.Length == 0 && end is AnswerEnd.Complete or AnswerEnd.Cut)
            return new Attempt<ModelAnswer>.Answered([CallAnswer<ModelAnswer>.Missing]);
        var answer = new ModelAnswer(text, model.Facts.Name, end, stream.Usage(), time.GetUtcNow());
        if (call.Keeper is { } keeper)
            try
            {
                // Paid for already: no end of an attempt's time is a reason not to keep it.
                await keeper.KeepAsync(answer, CancellationToken.None);
            }
            catch (StorageException exception)
            {
                Log.NotKept(logger, call.Prompt.Name, exception);
            }

        return Answered(answer);
    }

    private Attempt<ModelAnswer> Failed(LlmHttpException failure)
    {
        Log.Refused(logger, model.Queue, failure.Status);
        return failure.Status is 400 or 422 && _request.Learns(failure.Body)
            ? new Attempt<ModelAnswer>.Unavailable()
            : LlmFailures.Of(failure, model.Facts.Name);
    }

    private async Task ChargeAsync(LlmCall call, ModelUsage usage)
    {
        quotas.Charge(call, usage.Total);
        await ledger.AddAsync(model, call.Call.Prompt.Name, usage);
    }

    private static HttpRequestException? NetworkFailure(Exception? exception) =>
        exception is null or HttpRequestException
            ? exception as HttpRequestException
            : NetworkFailure(exception.InnerException);

    private static int MostTokens(ModelPrompt prompt) => TokenEstimate.Of(prompt) + prompt.MaxOutputTokens;

    private static Attempt<ModelAnswer>.Answered Answered(ModelAnswer answer) => new([Outcome.Of(answer)]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Model} answered with status {Status}.")]
        public static partial void Refused(ILogger logger, string model, int status);

        [LoggerMessage(2, LogLevel.Debug, "An answer of {Model} broke off: {Exception}.")]
        public static partial void Broke(ILogger logger, string model, string exception);

        [LoggerMessage(
            3,
            LogLevel.Error,
            "An answer to {Prompt} could not be kept; it will have to be paid for again."
        )]
        public static partial void NotKept(ILogger logger, string prompt, Exception exception);
    }
}
