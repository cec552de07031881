using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Preferences;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest add</c>: subscribes this place to the day's papers.</summary>
internal sealed class DigestAddHandler(
    ISubscriptionStore store,
    DigestGate gate,
    DigestClock clock,
    DigestLine lines,
    ZoneQuestion zones,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest add")
        {
            Aliases = ["日报 订阅", "日报订阅"],
            WhoMay = WhoMay.PlaceManagers,
            Idempotent = false,
            Parameters =
            [
                DigestParameters.Categories with
                {
                    Required = true,
                    Positional = true,
                },
                .. DigestParameters.Others,
                DigestPlaces.Parameter,
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var placed = DigestPlaces.Placed(request);
        if (!placed.IsOk)
            return placed.Error;
        request = placed.Value;
        if (await gate.RefusalAsync(request, cancellationToken) is { } refused)
            return refused;
        var read = DigestChoice.New(request);
        if (!read.IsOk)
            return read.Error;
        // A zone that is only assumed would bring the digest at another hour than was meant.
        if (!request.IsZoneKnown && request.Text("zone") is null && read.Value.Zone == DigestChoice.ZoneOf(request))
            return zones.Of(request);
        var settings = read.Value;
        var now = time.GetUtcNow();
        var due = DigestClock.Next(settings, now, null);
        DigestSubscription subscription;
        do subscription = new(DigestGate.NewId(), request.Place, settings, now, clock.Target(settings, due), due);
        while (!await store.AddAsync(subscription, request.Person.Id, cancellationToken));
        return Reply.Of(
            new Card("digest")
            {
                Markdown = texts.Get(request.Locale, "digest.added", ("line", lines.Of(subscription, request.Locale))),
                Actions = lines.Actions(subscription, request.Locale),
            }
        );
    }
}
