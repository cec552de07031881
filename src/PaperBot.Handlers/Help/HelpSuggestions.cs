using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Help;

/// <summary>Names of commands, for <c>/help</c>.</summary>
internal sealed class HelpSuggestions(CommandCatalogue catalogue, ITexts texts) : ISuggestionSource
{
    public bool Serves(CommandSpec command, Parameter parameter) =>
        command.Name == "help" && parameter.Name == HelpHandler.Command;

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        CommandSpec command,
        Parameter parameter,
        string typed,
        Locale locale,
        int most,
        CancellationToken cancellationToken
    )
    {
        var folded = InputText.Fold(typed.Trim().TrimStart('/'));
        var found = catalogue
            .Specs.Where(s =>
                s.Listed && s.Aliases.Prepend(s.Name).Any(n => n.Contains(folded, StringComparison.Ordinal))
            )
            .Take(most)
            .Select(s => new Suggestion(Label(s, locale), s.Name));
        return Task.FromResult<IReadOnlyList<Suggestion>>([.. found]);
    }

    private string Label(CommandSpec spec, Locale locale) =>
        InputText.Shorten(
            $"{UsageText.NameOf(spec, locale)}{SpecTexts.Colon(locale)}{SpecTexts.Description(texts, locale, spec)}",
            100
        );
}
