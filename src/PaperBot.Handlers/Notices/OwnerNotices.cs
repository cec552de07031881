using System.Globalization;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Notices;

/// <summary>
/// Finds the owners through their platform and posts through its outbox. That something was told is kept among the
/// place's preferences, so that a restart does not tell it again.
/// </summary>
internal sealed partial class OwnerNotices(
    IEnumerable<IPlaceOwners> owners,
    IEnumerable<IOutbox> outboxes,
    IAdministrators administrators,
    IPreferenceStore preferences,
    ITexts texts,
    TimeProvider time,
    ILogger<OwnerNotices> logger
) : IOwnerNotices
{
    private const string Prefix = "notice.";
    private const int LongestKey = 200;

    private readonly Dictionary<string, IPlaceOwners> _owners = owners.ToDictionary(one => one.Platform);
    private readonly Dictionary<string, IOutbox> _outboxes = outboxes.ToDictionary(outbox => outbox.Platform);

    public async Task<bool> TellAsync(Place place, string reason, Message text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var owner = PreferenceOwner.Of(place.Id);
            if ((await preferences.ReadAsync(owner, cancellationToken)).ContainsKey(Prefix + reason))
                return false;
            if (!await TryTellAsync(place, reason, text, cancellationToken))
            {
                Log.NobodyReached(logger, place.Id.ToString(), reason);
                return false;
            }
            var now = time.GetUtcNow().ToString("u", CultureInfo.InvariantCulture);
            // What was said is recorded even while the process ends.
            await preferences.WriteAsync(owner, Prefix + reason, now, CancellationToken.None);
            Log.Told(logger, place.Id.ToString(), reason);
            return true;
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, place.Id.ToString(), reason, e);
            return false;
        }
    }

    public async Task ForgetAsync(Place place, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        try
        {
            var owner = PreferenceOwner.Of(place.Id);
            if ((await preferences.ReadAsync(owner, cancellationToken)).ContainsKey(Prefix + reason))
                await preferences.WriteAsync(owner, Prefix + reason, null, cancellationToken);
        }
        catch (StorageException e)
        {
            Log.StorageFailed(logger, place.Id.ToString(), reason, e);
        }
    }

    private async Task<bool> TryTellAsync(Place place, string reason, Message text, CancellationToken ct)
    {
        var found = _owners.TryGetValue(place.Id.Platform, out var platform)
            ? await platform.OfAsync(place, ct)
            : new PlaceOwners(null, []);
        var isTold = false;
        foreach (var destination in found.Destinations)
            isTold |= await TryPostAsync(destination, place, found.PlaceName, reason, text, ct);
        if (isTold)
            return true;
        foreach (var person in administrators.Named)
            if (
                _owners.TryGetValue(person.Platform, out var reaching)
                && await reaching.ReachAsync(person, ct) is { } alone
            )
                isTold |= await TryPostAsync(alone, place, found.PlaceName, reason, text, ct);
        return isTold;
    }

    private async Task<bool> TryPostAsync(
        Destination destination,
        Place place,
        string? name,
        string reason,
        Message text,
        CancellationToken cancellationToken
    )
    {
        if (!_outboxes.TryGetValue(destination.Place.Platform, out var outbox))
            return false;
        var named = new Dictionary<string, object?>(text.Values, StringComparer.Ordinal)
        {
            ["place"] = MarkdownText.Escape(name ?? place.Id.ToString()),
        };
        var reply = Reply.Of(texts.Get(destination.Locale, text with { Values = named }));
        var key = $"{Prefix}{reason}-{place.Id}";
        var cut = new DeliveryKey(key.Length > LongestKey ? key[..LongestKey] : key);
        return await outbox.PostAsync(destination, reply, cut, cancellationToken) is DeliveryResult.Sent;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The owners of {Place} were told: {Reason}.")]
        public static partial void Told(ILogger logger, string place, string reason);

        [LoggerMessage(2, LogLevel.Warning, "No owner of {Place} could be reached: {Reason}.")]
        public static partial void NobodyReached(ILogger logger, string place, string reason);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "The owners of {Place} could not be told, or it could not be kept: {Reason}."
        )]
        public static partial void StorageFailed(ILogger logger, string place, string reason, Exception exception);
    }
}
