using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing;

/// <summary>Values to offer while somebody types: a parameter's choices, and what features know.</summary>
internal sealed class Suggestions(CommandCatalogue catalogue, IEnumerable<ISuggestionSource> sources, ITexts texts)
{
    private const int Most = 25;

    private readonly ISuggestionSource[] _sources = [.. sources];

    /// <summary>Whether there can be anything to offer.</summary>
    public bool Serves(CommandSpec command, Parameter parameter) =>
        parameter.Kind == ParameterKind.Boolean
        || parameter.Choices.Count > 0
        || _sources.Any(source => source.Serves(command, parameter));

    public async Task<IReadOnlyList<Suggestion>> ForAsync(
        string command,
        string parameter,
        string typed,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        if (
            catalogue.Table.Find(command) is not { } spec
            || CommonParameters.Find(spec, parameter) is not { } found
            || typed.Length > found.MaxLength
        )
            return [];
        var cleaned = InputText.Clean(typed);
        var offered = Choices(spec, found, cleaned, locale).ToList();
        foreach (var source in _sources.Where(s => s.Serves(spec, found)))
        {
            if (offered.Count >= Most)
                break;
            var most = Most - offered.Count;
            offered.AddRange(await source.SuggestAsync(spec, found, cleaned, locale, most, cancellationToken));
        }
        return [.. offered.DistinctBy(s => s.Value).Take(Most)];
    }

    private IEnumerable<Suggestion> Choices(CommandSpec spec, Parameter parameter, string typed, Locale locale)
    {
        if (parameter.Kind == ParameterKind.Boolean)
            return [new(texts.Get(locale, "boolean.true"), "true"), new(texts.Get(locale, "boolean.false"), "false")];
        var folded = InputText.Fold(typed.Trim());
        return parameter
            .Choices.Where(c =>
                c.Aliases.Prepend(c.Value).Any(w => InputText.Fold(w).Contains(folded, StringComparison.Ordinal))
            )
            .Select(c => new Suggestion(SpecTexts.ChoiceLabel(texts, locale, spec, parameter, c), c.Value));
    }
}
