using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Requests;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Accepted;
using PaperBot.Handlers.Routing.Access;
using PaperBot.Handlers.Routing.Language;
using PaperBot.Handlers.Routing.Limits;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Routing;

/// <summary>
/// Takes a text through understanding, joining, limits and the handler. The order matters: what is written down was
/// let in, what was refused leaves no trace, and a repeated event costs nothing.
/// </summary>
internal sealed partial class CommandRouter(
    CommandCatalogue catalogue,
    CommandReader reader,
    AccessGate gate,
    SurroundingsReader surroundings,
    RecentRequests recent,
    RunTable runs,
    RequestLimiter limiter,
    RequestLedger ledger,
    CommandRunner runner,
    Suggestions suggestions,
    ErrorWords words,
    ITexts texts,
    RouterMetrics metrics,
    TimeProvider time,
    ILogger<CommandRouter> logger
) : ICommandRouter
{
    private static readonly ActivitySource Activities = new("PaperBot");

    public IReadOnlyList<CommandSpec> Specs => catalogue.Specs;

    public async Task<Outcome<CommandSpec>> CheckAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        try
        {
            var command = await reader.CheckAsync(incoming, cancellationToken);
            if (await gate.RefusalAsync(incoming, SpecOf(command), cancellationToken) is { } refusal)
                return refusal;
            return command.Then(c => c.Spec with { Visibility = c.Visibility });
        }
        catch (StorageException e)
        {
            return e.Error;
        }
    }

    public async Task<Response> HandleAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (!recent.TryAdd(incoming.Id))
            return new Response(incoming.Id, ResponseKind.Repeated, null);
        var turn = new Turn(incoming);
        try
        {
            return await GuardAsync(turn, () => AnswerAsync(turn, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            recent.Forget(incoming.Id);
            throw;
        }
    }

    public Task ConfirmAsync(RequestId id, CancellationToken cancellationToken) =>
        ledger.CompleteAsync(id, cancellationToken);

    public async Task PostponeAsync(RequestId id, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.PostponeAsync(id, cancellationToken);
        }
        catch (StorageException e)
        {
            Log.NotPostponed(logger, id, e);
        }
    }

    public async Task<bool> MayUseAsync(Incoming incoming, string command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        try
        {
            return catalogue.Table.Find(command) is { } spec
                && reader.MayUse(spec, incoming)
                && await gate.RefusalAsync(incoming, spec, cancellationToken) is null;
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, command, e);
            return false;
        }
    }

    public bool Suggests(CommandSpec command, Parameter parameter) => suggestions.Serves(command, parameter);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string command,
        string parameter,
        string typed,
        Locale locale,
        CancellationToken cancellationToken
    ) => suggestions.ForAsync(command, parameter, typed, locale, cancellationToken);

    /// <summary>Runs what a process that died had taken; its answer goes out by the platform's outbox.</summary>
    public Task<Response> ResumeAsync(AcceptedRequest request, CancellationToken cancellationToken)
    {
        var incoming = new Incoming
        {
            Id = request.Id,
            Text = request.Line,
            Person = request.Person,
            Place = request.Place,
            Conversation = request.Conversation,
            Locale = request.Locale,
            ManagesPlace = request.ManagesPlace,
            ReplyAddress = request.ReplyAddress,
        };
        recent.TryAdd(request.Id);
        metrics.Resumed();
        var turn = new Turn(incoming);
        return GuardAsync(turn, () => AnswerAgainAsync(turn, request, cancellationToken), cancellationToken);
    }

    /// <summary>One of the bot's two catch-alls: the failure is logged once and the person is told.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a handler throws, its asker gets a sentence.")]
    private async Task<Response> GuardAsync(Turn turn, Func<Task<Response>> answer, CancellationToken cancellationToken)
    {
        using var scope = Log.RequestScope(logger, turn.Incoming.Id);
        using var activity = Activities.StartActivity("command");
        var started = time.GetTimestamp();
        Log.Received(logger, turn.Incoming.Text);
        Response response;
        try
        {
            response = await answer();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, turn.Command, e);
            response = Failed(turn, e.Error);
        }
        catch (Exception e)
        {
            var code = RouterReplies.CodeOf(turn.Incoming.Id, time.GetUtcNow());
            Log.Failed(logger, turn.Command, code, e);
            response = Failed(turn, RouterReplies.Internal(code));
        }
        activity?.SetTag("command", turn.Command);
        if (response.Kind == ResponseKind.Answered)
            metrics.Answered(turn.Command, response.Error?.Kind, time.GetElapsedTime(started));
        return response with { Locale = turn.Surroundings.Locale, Zone = turn.Surroundings.Zone };
    }

    private async Task<Response> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var incoming = turn.Incoming;
        turn.Surroundings = await surroundings.ReadAsync(incoming, cancellationToken);
        var read = await reader.ReadAsync(incoming, cancellationToken);
        var barred = await gate.RefusalAsync(incoming, SpecOf(read), cancellationToken);
        if (barred is not null || !read.IsOk)
        {
            if (limiter.Take(incoming) is { } refusal)
                return Refused(turn, refusal);
            return barred is null ? Failed(turn, read.Error) : Failed(turn, barred, Visibility.Private);
        }

        var command = Noted(turn, read.Value);
        switch (runs.Enter(incoming, command))
        {
            case Admission.Known:
                return new Response(incoming.Id, ResponseKind.Repeated, null);
            case Admission.Joined(var first):
                metrics.Joined();
                var line = RouterReplies.Joined(texts, turn.Surroundings.Locale, first);
                return new Response(incoming.Id, ResponseKind.Joined, line);
            case Admission.Begun(var run):
                return await RunAsync(turn, run, command, cancellationToken);
            default:
                recent.Forget(incoming.Id);
                return Failed(turn, Errors.UpstreamDown("closing", null));
        }
    }

    private async Task<Response> RunAsync(Turn turn, Run run, ReadCommand command, CancellationToken cancellationToken)
    {
        try
        {
            // First, so that an event that comes again after a restart is known before it is counted.
            if (!await ledger.TryAcceptAsync(turn.Incoming, command.Line, cancellationToken))
                return new Response(turn.Incoming.Id, ResponseKind.Repeated, null);
            run.IsTaken = true;
            if (limiter.Take(turn.Incoming) is { } refusal)
            {
                await ledger.WithdrawAsync(turn.Incoming, cancellationToken);
                return Refused(turn, refusal);
            }
            if (turn.Incoming.Accepted is { } accepted)
                await accepted(cancellationToken);
            return Answered(turn, await runner.RunAsync(run, command, turn.Surroundings, cancellationToken));
        }
        finally
        {
            runs.Leave(run);
        }
    }

    private async Task<Response> AnswerAgainAsync(
        Turn turn,
        AcceptedRequest request,
        CancellationToken cancellationToken
    )
    {
        turn.Surroundings = await surroundings.ReadAsync(turn.Incoming, cancellationToken);
        if (ledger.IsWornOut(request))
            return Failed(turn, Errors.Internal("request.worn"));
        var read = await reader.ReadAsync(turn.Incoming, cancellationToken);
        if (!read.IsOk)
            return Failed(turn, Errors.Internal("request.interrupted"));
        var command = Noted(turn, read.Value);
        if (!command.Spec.Idempotent)
            return Failed(turn, Errors.Internal("request.half"));
        var run = runs.Resume(turn.Incoming, command);
        try
        {
            return Answered(turn, await runner.RunAsync(run, command, turn.Surroundings, cancellationToken));
        }
        finally
        {
            runs.Leave(run);
        }
    }

    private static CommandSpec? SpecOf(Outcome<ReadCommand> read) => read.IsOk ? read.Value.Spec : null;

    private static ReadCommand Noted(Turn turn, ReadCommand command)
    {
        turn.Command = command.Spec.Name;
        if (command.Language is { } language)
            turn.Surroundings = turn.Surroundings with { Locale = Locale.Parse(language) };
        return command;
    }

    private Response Answered(Turn turn, Outcome<Reply> outcome) =>
        outcome.IsOk
            ? new Response(turn.Incoming.Id, ResponseKind.Answered, outcome.Value)
            : Failed(turn, outcome.Error);

    private Response Failed(Turn turn, Error error, Visibility visibility = Visibility.Public) =>
        new(turn.Incoming.Id, ResponseKind.Answered, words.Reply(error, turn.Surroundings.Locale, visibility), error);

    /// <summary>A refusal leaves no trace: the same event may come again.</summary>
    private Response Refused(Turn turn, Refusal refusal)
    {
        recent.Forget(turn.Incoming.Id);
        return Failed(turn, RouterReplies.Limited(refusal), Visibility.Private);
    }

    private static partial class Log
    {
        private static readonly Func<ILogger, RequestId, IDisposable?> Scope = LoggerMessage.DefineScope<RequestId>(
            "Request {Request}"
        );

        public static IDisposable? RequestScope(ILogger logger, RequestId id) => Scope(logger, id);

        [LoggerMessage(1, LogLevel.Trace, "Received: {Text}")]
        public static partial void Received(ILogger logger, string text);

        [LoggerMessage(2, LogLevel.Error, "The command {Command} failed; the asker was given the code {Code}.")]
        public static partial void Failed(ILogger logger, string command, string code, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "The command {Command} found the database out of order.")]
        public static partial void StorageFailed(ILogger logger, string command, Exception exception);

        [LoggerMessage(4, LogLevel.Error, "The answer to {Id} is lost until the next start.")]
        public static partial void NotPostponed(ILogger logger, RequestId id, Exception exception);
    }
}
