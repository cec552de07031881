using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Access;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Preferences;

/// <summary>Turns what somebody typed for a server's rules into what is kept; empty takes the rule back.</summary>
internal static class RulesReader
{
    private static readonly string[] Here = ["here", "这里", "此处", "本频道"];
    private static readonly string[] All = ["all", "everyone", "everywhere", "所有人", "全部", "所有"];
    private static readonly string[] Managers = ["managers", "manager", "moderators", "管理员", "管理者"];

    /// <summary>The channels in which the bot answers.</summary>
    public static Outcome<string> Places(Place place, string typed)
    {
        if (TakesBack(typed))
            return "";
        var ids = new List<string>();
        foreach (var mention in MentionList.Read(typed))
        {
            if (Here.Contains(mention.Key, StringComparer.OrdinalIgnoreCase))
                ids.Add((place is { Kind: PlaceKind.Thread, Parent: { } parent } ? parent : place.Id).ToString());
            else if (
                mention is { IsId: true, Kind: MentionKind.Place or MentionKind.Bare }
                && PlaceId.TryParse($"{place.Id.Platform}:{mention.Key}", out var id)
            )
                ids.Add(id.ToString());
            else
                return Wrong("rules.channel", mention);
        }

        return Kept(ids);
    }

    /// <summary>Who may use costly commands.</summary>
    public static Outcome<string> Costly(string platform, string typed)
    {
        if (TakesBack(typed))
            return "";
        if (Managers.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase))
            return CostlyRule.Managers;
        var entries = new List<string>();
        foreach (var mention in MentionList.Read(typed))
        {
            if (!mention.IsId || mention.Kind == MentionKind.Place)
                return Wrong("rules.costly", mention);
            if (mention.Kind == MentionKind.Group)
                entries.Add($"{CostlyRule.GroupSign}{mention.Key}");
            else if (PersonId.TryParse($"{platform}:{mention.Key}", out var person))
                entries.Add(person.ToString());
            else
                return Wrong("rules.costly", mention);
        }

        return Kept(entries);
    }

    /// <summary>The blocked persons, with some more and without others.</summary>
    public static Outcome<string> Blocked(PersonId asker, IEnumerable<PersonId> blocked, string? block, string? unblock)
    {
        var ids = blocked.ToList();
        foreach (var (mention, isBlocked) in Marked(block, true).Concat(Marked(unblock, false)))
        {
            if (
                mention is not { IsId: true, Kind: MentionKind.Person or MentionKind.Bare }
                || !PersonId.TryParse($"{asker.Platform}:{mention.Key}", out var person)
            )
                return Wrong("rules.person", mention);
            if (isBlocked && person == asker)
                return Errors.UserInput("rules.self");
            ids.Remove(person);
            if (isBlocked)
                ids.Add(person);
        }

        return Kept([.. ids.Select(id => id.ToString())]);
    }

    private static IEnumerable<(Mention Mention, bool IsBlocked)> Marked(string? typed, bool isBlocked) =>
        MentionList.Read(typed ?? "").Select(mention => (mention, isBlocked));

    private static bool TakesBack(string typed) =>
        PreferenceParameters.IsDefault(typed) || All.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase);

    private static Error Wrong(string key, Mention mention) =>
        Errors.UserInput(key, ("typed", MarkdownText.Code(InputText.Shorten(mention.Typed))));

    private static Outcome<string> Kept(List<string> entries)
    {
        var text = string.Join(' ', entries.Distinct(StringComparer.Ordinal));
        return text.Length <= RulesParameters.Longest ? text : Errors.UserInput("rules.many");
    }
}
