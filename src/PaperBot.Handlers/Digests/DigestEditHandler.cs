using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest edit</c>: changes what was chosen; what is not named stays.</summary>
internal sealed class DigestEditHandler(
    DigestFinder finder,
    ISubscriptionStore store,
    DigestClock clock,
    DigestLine lines,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest edit")
        {
            Aliases = ["日报 修改", "日报修改"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = [DigestFinder.Parameter, DigestParameters.Categories, .. DigestParameters.Others],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var before = found.Value;
        var read = DigestChoice.Read(request, before.Settings);
        if (!read.IsOk)
            return read.Error;
        var settings = read.Value;
        // Today's digest may be waiting for its list, or be about to look for late papers: only new times are new.
        var isSameTime = When(settings) == When(before.Settings);
        var due = isSameTime ? before.DueAt : DigestClock.Next(settings, time.GetUtcNow(), before.LastRun);
        var edited = before with
        {
            Settings = settings,
            DueAt = due,
            WakeAt = isSameTime ? before.WakeAt : due,
            // What was announced before under other wishes was not missed.
            FromDay = Wants(settings) == Wants(before.Settings) ? before.FromDay : clock.Target(settings, due),
        };
        await store.ChangeAsync(edited, cancellationToken);
        return Reply.Of(
            new Card("digest")
            {
                Markdown = texts.Get(request.Locale, "digest.edited", ("line", lines.Of(edited, request.Locale))),
                Actions = lines.Actions(edited, request.Locale),
            }
        );
    }

    private static (TimeOnly, string, DigestDays) When(DigestSettings settings) =>
        (settings.At, settings.Zone, settings.Days);

    private static string Wants(DigestSettings settings) =>
        string.Join(
            '\n',
            [
                settings.Categories,
                settings.Replacements.ToString(),
                .. settings.Include.Append("\r"),
                .. settings.Exclude.Append("\r"),
                .. settings.Authors,
            ]
        );
}
