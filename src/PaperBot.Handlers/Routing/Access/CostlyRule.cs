using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Access;

/// <summary>
/// Who may use costly commands in a server: everybody, only those who manage it, or also the persons and groups named.
/// Kept as <c>managers</c> or as entries <c>discord:1</c> and <c>&amp;2</c> with spaces between.
/// </summary>
/// <param name="IsForAll">Everybody may.</param>
/// <param name="Persons">These persons may.</param>
/// <param name="Groups">Whoever is in one of these groups may.</param>
internal sealed record CostlyRule(bool IsForAll, IReadOnlyList<PersonId> Persons, IReadOnlyList<string> Groups)
{
    public const string Managers = "managers";
    public const char GroupSign = '&';

    public static CostlyRule Everyone { get; } = new(true, [], []);

    public static CostlyRule Read(string? kept)
    {
        if (string.IsNullOrWhiteSpace(kept))
            return Everyone;
        var persons = new List<PersonId>();
        var groups = new List<string>();
        foreach (var word in kept.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == GroupSign)
                groups.Add(word[1..]);
            else if (PersonId.TryParse(word, out var person))
                persons.Add(person);
        }
        return new CostlyRule(false, persons, groups);
    }

    public bool Holds(PersonId person, IEnumerable<string> groups) =>
        IsForAll || Persons.Contains(person) || groups.Any(Groups.Contains);
}
