using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest resume</c>.</summary>
internal sealed class DigestResumeHandler(
    DigestFinder finder,
    ISubscriptionStore store,
    DigestClock clock,
    IOwnerNotices notices,
    DigestLine lines,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest resume")
        {
            Aliases = ["日报 恢复", "日报恢复"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = [DigestFinder.Parameter],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        // What was announced in between was not wanted.
        var due = DigestClock.Next(found.Value.Settings, time.GetUtcNow(), found.Value.LastRun);
        var resumed = found.Value with
        {
            State = DigestState.Active,
            DueAt = due,
            WakeAt = due,
            FromDay = clock.Target(found.Value.Settings, due),
        };
        await store.ChangeAsync(resumed, cancellationToken);
        await notices.ForgetAsync(resumed.Place, DigestCourier.NoticeOf(resumed), cancellationToken);
        return Reply.Of(
            new Card("digest")
            {
                Markdown = texts.Get(request.Locale, "digest.resumed", ("line", lines.Of(resumed, request.Locale))),
                Actions = lines.Actions(resumed, request.Locale),
            }
        );
    }
}
