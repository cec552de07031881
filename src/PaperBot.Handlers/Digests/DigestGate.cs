using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>Whether a place can be subscribed at all, before anything is promised there.</summary>
internal sealed class DigestGate(
    ISubscriptionStore store,
    DigestCourier courier,
    IEnumerable<IPlaceRights> rights,
    ITexts texts
)
{
    private const int MostInPlace = 20;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new subscription's id.</summary>
    public static string NewId()
    {
        var bytes = Guid.NewGuid().ToByteArray();
        return string.Concat(bytes[..6].Select(b => Letters[b % Letters.Length]));
    }

    /// <summary>Why not; null when it can.</summary>
    public async Task<Error?> RefusalAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!courier.Serves(request.Place.Id.Platform))
            return Errors.Refused("digest.platform");
        if (await LackAsync(request, cancellationToken) is { } lack)
            return lack;
        return (await store.OfPlaceAsync(request.Place.Id, cancellationToken)).Count >= MostInPlace
            ? Errors.Refused("digest.many", ("most", MostInPlace))
            : null;
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
        // Where no right is lacking nothing can be granted: it is not that kind of place.
        if (has.Lacks.Count == 0)
            return Errors.Refused("digest.platform");
        var lacks = has.Lacks.Select(lack => "- " + texts.Get(request.Locale, lack));
        return Errors.Refused("digest.rights", ("lacks", string.Join('\n', lacks)));
    }
}
