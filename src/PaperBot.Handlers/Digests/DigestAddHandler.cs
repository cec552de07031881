using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest add</c>: subscribes this place to the day's papers.</summary>
internal sealed class DigestAddHandler(
    ISubscriptionStore store,
    DigestCourier courier,
    IEnumerable<IPlaceRights> rights,
    DigestClock clock,
    DigestLine lines,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    private const int MostInPlace = 20;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

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
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!courier.Serves(request.Place.Id.Platform))
            return Errors.Refused("digest.platform");
        if (await LackAsync(request, cancellationToken) is { } lack)
            return lack;
        var read = DigestChoice.New(request);
        if (!read.IsOk)
            return read.Error;
        if ((await store.OfPlaceAsync(request.Place.Id, cancellationToken)).Count >= MostInPlace)
            return Errors.Refused("digest.many", ("most", MostInPlace));
        var settings = read.Value;
        var now = time.GetUtcNow();
        var due = DigestClock.Next(settings, now, null);
        DigestSubscription subscription;
        do subscription = new(NewId(), request.Place, settings, now, clock.Target(settings, due), due);
        while (!await store.AddAsync(subscription, request.Person.Id, cancellationToken));
        return Reply.Of(
            new Card("digest")
            {
                Markdown = texts.Get(request.Locale, "digest.added", ("line", lines.Of(subscription, request.Locale))),
                Actions = lines.Actions(subscription, request.Locale),
            }
        );
    }

    /// <summary>Why the bot cannot post here; null when it can, or when the platform cannot be asked now.</summary>
    private async Task<Error?> LackAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var platform = rights.FirstOrDefault(one => one.Platform == request.Place.Id.Platform);
        if (
            platform is null
            || await platform.LookAsync(request.Place.Id, cancellationToken) is not { MayPost: false } has
        )
            return null;
        var lacks = has.Lacks.Select(lack => "- " + texts.Get(request.Locale, lack));
        return Errors.Refused("digest.rights", ("lacks", string.Join('\n', lacks)));
    }

    private static string NewId()
    {
        var bytes = Guid.NewGuid().ToByteArray();
        return string.Concat(bytes[..6].Select(b => Letters[b % Letters.Length]));
    }
}
