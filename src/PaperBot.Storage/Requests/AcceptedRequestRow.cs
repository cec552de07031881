using PaperBot.Core.Identity;
using PaperBot.Core.Requests;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Requests;

/// <summary>A row of <c>accepted_requests</c>.</summary>
internal sealed record AcceptedRequestRow
{
    public const string Columns =
        "id AS Id, line AS Line, person AS Person, person_name AS PersonName, place AS Place, place_kind AS PlaceKind, "
        + "place_parent AS PlaceParent, place_server AS PlaceServer, conversation AS Conversation, locale AS Locale, "
        + "manages_place AS ManagesPlace, reply_address AS ReplyAddress, accepted_at AS AcceptedAt, "
        + "attempts AS Attempts";

    public const int LongestName = 300;
    private const int LongestText = 1_000_000;

    public string Id { get; init; } = "";

    public string Line { get; init; } = "";

    public string Person { get; init; } = "";

    public string? PersonName { get; init; }

    public string Place { get; init; } = "";

    public long PlaceKind { get; init; }

    public string? PlaceParent { get; init; }

    public string? PlaceServer { get; init; }

    public string Conversation { get; init; } = "";

    public string? Locale { get; init; }

    public long ManagesPlace { get; init; }

    public string ReplyAddress { get; init; } = "";

    public long AcceptedAt { get; init; }

    public long Attempts { get; init; }

    public string? Owner { get; init; }

    public long LeaseUntil { get; init; }

    public static AcceptedRequestRow Of(AcceptedRequest request) =>
        new()
        {
            Id = StoredText.Of(request.Id.Value, LongestName),
            Line = StoredText.Of(request.Line, LongestText),
            Person = StoredText.Of(request.Person.Id.ToString(), LongestName),
            PersonName = StoredText.OrNull(request.Person.Name, LongestText),
            Place = StoredText.Of(request.Place.Id.ToString(), LongestName),
            PlaceKind = (long)request.Place.Kind,
            PlaceParent = StoredText.OrNull(request.Place.Parent?.ToString(), LongestName),
            PlaceServer = StoredText.OrNull(request.Place.Server?.ToString(), LongestName),
            Conversation = StoredText.Of(request.Conversation.ToString(), LongestName),
            Locale = request.Locale?.Tag,
            ManagesPlace = request.ManagesPlace ? 1 : 0,
            ReplyAddress = StoredText.Of(request.ReplyAddress, LongestText),
            AcceptedAt = Instant.Of(request.AcceptedAt),
            Attempts = request.Attempts,
        };

    public AcceptedRequest Read() =>
        new(
            RequestId.Parse(Id),
            Line,
            new Person(PersonId.Parse(Person), PersonName),
            new Place(
                PlaceId.Parse(Place),
                (PlaceKind)PlaceKind,
                PlaceParent is null ? null : PlaceId.Parse(PlaceParent),
                PlaceServer is null ? null : PlaceId.Parse(PlaceServer)
            ),
            ConversationId.Parse(Conversation),
            Locale is null ? null : Core.Texts.Locale.Parse(Locale),
            ManagesPlace != 0,
            ReplyAddress,
            Instant.Read(AcceptedAt),
            (int)Attempts
        );
}
