using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Access;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Preferences;

/// <summary>Reads, changes and shows the rules of a server.</summary>
internal sealed class RulesEditor(IPreferenceStore store, ITexts texts)
{
    /// <summary>What the request changes, by preference; an empty text takes a rule back.</summary>
    public async Task<Outcome<Dictionary<string, string>>> ReadAsync(
        CommandRequest request,
        CancellationToken cancellationToken
    )
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (RulesParameters.All.All(parameter => request.Text(parameter.Name) is null))
            return changes;
        if (request.Place.Kind == PlaceKind.Direct)
            return Errors.UserInput("rules.direct");
        var owner = PreferenceOwner.Of(request.Place.Outermost);
        var kept = PlaceRules.Read(await store.ReadAsync(owner, cancellationToken));
        foreach (var (name, value) in Read(request, kept.Blocked))
        {
            if (!value.IsOk)
                return value.Error;
            changes[name] = value.Value;
        }

        return changes;
    }

    /// <summary>Keeps what <see cref="ReadAsync"/> has read.</summary>
    public async Task WriteAsync(Place place, Dictionary<string, string> changes, CancellationToken cancellationToken)
    {
        var owner = PreferenceOwner.Of(place.Outermost);
        foreach (var (name, value) in changes)
            await store.WriteAsync(owner, name, value.Length == 0 ? null : value, cancellationToken);
    }

    /// <summary>The rules as Markdown; null where there are none because nobody else is there.</summary>
    public async Task<string?> ShowAsync(CommandRequest request, Locale locale, CancellationToken cancellationToken)
    {
        if (request.Place.Kind == PlaceKind.Direct)
            return null;
        var owner = PreferenceOwner.Of(request.Place.Outermost);
        var chosen = await store.ReadAsync(owner, cancellationToken);
        var lines = new[] { PreferenceName.Places, PreferenceName.Costly, PreferenceName.Blocked }.Select(name =>
            $"- {texts.Get(locale, $"rules.{name}")}{SpecTexts.Colon(locale)}{Value(locale, name, chosen.GetValueOrDefault(name))}"
        );
        var command = UsageText.NameOf(request.Spec, locale);
        return string.Join(
            "\n\n",
            texts.Get(locale, "rules.title"),
            string.Join('\n', lines),
            texts.Get(locale, "rules.example", ("command", command))
        );
    }

    private static IEnumerable<(string Name, Outcome<string> Value)> Read(
        CommandRequest request,
        IReadOnlyList<PersonId> blocked
    )
    {
        if (request.Text(RulesParameters.Channels) is { } channels)
            yield return (PreferenceName.Places, RulesReader.Places(request.Place, channels));
        if (request.Text(RulesParameters.Costly) is { } costly)
            yield return (PreferenceName.Costly, RulesReader.Costly(request.Person.Id.Platform, costly));
        var (block, unblock) = (request.Text(RulesParameters.Block), request.Text(RulesParameters.Unblock));
        if (block is not null || unblock is not null)
            yield return (PreferenceName.Blocked, RulesReader.Blocked(request.Person.Id, blocked, block, unblock));
    }

    private string Value(Locale locale, string name, string? value) =>
        value switch
        {
            null => texts.Get(locale, $"rules.{name}.none"),
            CostlyRule.Managers => texts.Get(locale, "rules.costly.managers"),
            _ => string.Join(' ', value.Split(' ').Select(word => MarkdownText.Code(word))),
        };
}
