using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest remove</c>.</summary>
internal sealed class DigestRemoveHandler(DigestFinder finder, ISubscriptionStore store, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest remove")
        {
            Aliases = ["日报 退订", "日报退订"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = [DigestFinder.Parameter, DigestPlaces.Parameter],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(request, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        await store.RemoveAsync(found.Value.Id, cancellationToken);
        return Reply.Of(
            texts.Get(
                request.Locale,
                "digest.removed",
                ("categories", MarkdownText.Escape(found.Value.Settings.Categories))
            )
        );
    }
}
