using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Questions.Pages;
using PaperBot.Handlers.Routing.Language;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>
/// Hands a command to its handler. When that takes longer than its budget the person is told; the work goes on.
/// </summary>
internal sealed class CommandRunner(
    CommandCatalogue catalogue,
    IAdministrators administrators,
    LongReplies longReplies,
    IEnumerable<ICommandFollower> followers,
    TimeProvider time
)
{
    public async Task<Outcome<Reply>> RunAsync(
        Run run,
        ReadCommand command,
        Surroundings surroundings,
        CancellationToken cancellationToken
    )
    {
        var incoming = run.Incoming;
        var request = new CommandRequest
        {
            Id = incoming.Id,
            Spec = command.Spec,
            Arguments = command.Arguments,
            Line = command.Line,
            Person = incoming.Person,
            Place = incoming.Place,
            Conversation = incoming.Conversation,
            Locale = surroundings.Locale,
            Zone = surroundings.Zone,
            IsZoneKnown = surroundings.IsZoneKnown,
            ManagesPlace = incoming.ManagesPlace,
            IsAdministrator = administrators.Contains(incoming.Person.Id),
            Progress = run,
        };
        var work = catalogue.HandlerOf(command.Spec).HandleAsync(request, cancellationToken);
        if (!work.IsCompleted)
            await TellWhenLateAsync(work, run, command.Spec.Budget, cancellationToken);
        var outcome = (await work).Then(reply => longReplies.Ended(reply, surroundings.Locale));
        foreach (var follower in outcome.IsOk ? followers : [])
            await follower.AnsweredAsync(request, cancellationToken);
        return command.Visibility == Visibility.Private
            ? outcome.Then(reply => reply with { Visibility = Visibility.Private })
            : outcome;
    }

    private async Task TellWhenLateAsync(Task work, Run run, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(budget, time, done.Token);
        if (await Task.WhenAny(work, late) == late && late.IsCompletedSuccessfully)
            run.Report(new ProgressUpdate.Stage(Message.Of("progress.longer")));
        await done.CancelAsync();
    }
}
