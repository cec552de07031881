using System.Text.Json;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Digests;

/// <summary>A row of <c>digest_subscriptions</c>.</summary>
internal sealed record SubscriptionRow
{
    public const string Columns =
        "id AS Id, place AS Place, place_kind AS PlaceKind, place_parent AS PlaceParent, settings AS Settings, "
        + "created_at AS CreatedAt, from_day AS FromDay, due_at AS DueAt, wake_at AS WakeAt, last_run AS LastRun, "
        + "last_day AS LastDay, state AS State, refusals AS Refusals, turn AS Turn";

    public const int LongestName = 300;
    private const int LongestSettings = 100_000;

    public string Id { get; init; } = "";

    public string Place { get; init; } = "";

    public long PlaceKind { get; init; }

    public string? PlaceParent { get; init; }

    public string Settings { get; init; } = "";

    public long CreatedAt { get; init; }

    public long FromDay { get; init; }

    public long DueAt { get; init; }

    public long WakeAt { get; init; }

    public long? LastRun { get; init; }

    public long? LastDay { get; init; }

    public long State { get; init; }

    public long Refusals { get; init; }

    public long Turn { get; init; }

    public static SubscriptionRow Of(DigestSubscription subscription) =>
        new()
        {
            Id = StoredText.Of(subscription.Id, LongestName),
            Place = StoredText.Of(subscription.Place.Id.ToString(), LongestName),
            PlaceKind = (long)subscription.Place.Kind,
            PlaceParent = StoredText.OrNull(subscription.Place.Parent?.ToString(), LongestName),
            Settings = StoredText.Of(
                JsonSerializer.Serialize(subscription.Settings, SettingsJson.Default.DigestSettings),
                LongestSettings
            ),
            CreatedAt = Instant.Of(subscription.CreatedAt),
            FromDay = StoredDay.Of(subscription.FromDay),
            DueAt = Instant.Of(subscription.DueAt),
            WakeAt = Instant.Of(subscription.WakeAt),
            LastRun = StoredDay.Of(subscription.LastRun),
            LastDay = StoredDay.Of(subscription.LastDay),
            State = (long)subscription.State,
            Refusals = subscription.Refusals,
            Turn = subscription.Turn,
        };

    public DigestSubscription Read() =>
        new(
            Id,
            new Place(
                PlaceId.Parse(Place),
                (PlaceKind)PlaceKind,
                PlaceParent is null ? null : PlaceId.Parse(PlaceParent)
            ),
            JsonSerializer.Deserialize(Settings, SettingsJson.Default.DigestSettings)!,
            Instant.Read(CreatedAt),
            StoredDay.Read(FromDay),
            Instant.Read(DueAt)
        )
        {
            WakeAt = Instant.Read(WakeAt),
            LastRun = StoredDay.Read(LastRun),
            LastDay = StoredDay.Read(LastDay),
            State = (DigestState)State,
            Refusals = (int)Refusals,
            Turn = Turn,
        };
}
