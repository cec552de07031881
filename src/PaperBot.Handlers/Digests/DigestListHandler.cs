using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest list</c>: the subscriptions of this place.</summary>
internal sealed class DigestListHandler(
    ISubscriptionStore store,
    IDigestDeliveryStore deliveries,
    DigestLine lines,
    DigestWaiting waiting,
    ITexts texts
) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest list") { Aliases = ["日报 列表", "日报列表"], Parameters = [DigestPlaces.Parameter] };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var placed = DigestPlaces.Placed(request);
        if (!placed.IsOk)
            return placed.Error;
        request = placed.Value;
        var all = (await store.OfPlaceAsync(request.Place.Id, cancellationToken))
            .Where(one => one.Settings.Blog is null)
            .ToList();
        if (all.Count == 0)
            return Errors.NotFound("digest.none");
        var cards = new List<Card>();
        foreach (var subscription in all)
        {
            var last = await deliveries.LastAsync(subscription.Id, 1, cancellationToken);
            var text = lines.Of(subscription, request.Locale);
            if (last.Count > 0)
                text +=
                    "\n\n"
                    + texts.Get(
                        request.Locale,
                        $"digest.last.{last[0].State.ToString().ToLowerInvariant()}",
                        ("at", DigestClock.Word(last[0].CreatedAt, subscription.Settings)),
                        ("matched", last[0].Matched)
                    );
            if (waiting.Of(subscription, request.Locale) is { } waits)
                text += "\n\n" + waits;
            cards.Add(
                new Card($"digest:{subscription.Id}")
                {
                    Markdown = text,
                    Actions = lines.Actions(subscription, request.Locale),
                }
            );
        }

        return new Reply(cards);
    }
}
