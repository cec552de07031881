using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest pause</c>.</summary>
internal sealed class DigestPauseHandler(DigestFinder finder, ISubscriptionStore store, DigestLine lines, ITexts texts)
    : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest pause")
        {
            Aliases = ["日报 暂停", "日报暂停"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = [DigestFinder.Parameter],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var paused = found.Value with { State = DigestState.Paused };
        await store.ChangeAsync(paused, cancellationToken);
        return Reply.Of(
            new Card("digest")
            {
                Markdown = texts.Get(request.Locale, "digest.paused", ("line", lines.Of(paused, request.Locale))),
                Actions = lines.Actions(paused, request.Locale),
            }
        );
    }
}
