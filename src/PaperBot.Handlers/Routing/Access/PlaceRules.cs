using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Preferences;

namespace PaperBot.Handlers.Routing.Access;

/// <summary>What those who manage a server have laid down for it, as kept in its preferences.</summary>
internal sealed record PlaceRules
{
    /// <summary>Where the bot answers; empty: everywhere.</summary>
    public IReadOnlyList<PlaceId> Places { get; private init; } = [];

    /// <summary>Who may use costly commands.</summary>
    public CostlyRule Costly { get; private init; } = CostlyRule.Everyone;

    /// <summary>Whom the bot does not answer.</summary>
    public IReadOnlyList<PersonId> Blocked { get; private init; } = [];

    /// <summary>Reads them; an entry that is none is left out.</summary>
    public static PlaceRules Read(IReadOnlyDictionary<string, string> chosen) =>
        new()
        {
            Places = Ids<PlaceId>(chosen.GetValueOrDefault(PreferenceName.Places), PlaceId.TryParse),
            Costly = CostlyRule.Read(chosen.GetValueOrDefault(PreferenceName.Costly)),
            Blocked = Ids<PersonId>(chosen.GetValueOrDefault(PreferenceName.Blocked), PersonId.TryParse),
        };

    /// <summary>Whether the bot answers in the place, or in the one that a thread stands in.</summary>
    public bool AnswersIn(Place place) => Places.Count == 0 || place.Circles.Any(Places.Contains);

    /// <summary>Whether the person may use costly commands.</summary>
    public bool MayCost(Incoming incoming) =>
        incoming.ManagesPlace || Costly.Holds(incoming.Person.Id, incoming.Groups);

    private static List<T> Ids<T>(string? text, Reader<T> reader)
    {
        var ids = new List<T>();
        foreach (var word in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (reader(word, out var id))
                ids.Add(id);
        return ids;
    }

    private delegate bool Reader<T>(string? text, out T id);
}
