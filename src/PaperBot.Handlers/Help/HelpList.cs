using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Help;

/// <summary>The commands with a line about each.</summary>
internal sealed class HelpList(CommandCatalogue catalogue, ITexts texts)
{
    /// <summary>Those that the asker may use here.</summary>
    public IReadOnlyList<CommandSpec> Of(CommandRequest request) =>
        [.. catalogue.Specs.Where(spec => spec.Listed && MayUse(spec, request))];

    public Card Card(IReadOnlyList<CommandSpec> specs, Locale locale)
    {
        var lines = specs.Select(spec =>
            $"- {MarkdownText.Code(UsageText.NameOf(spec, locale))}{SpecTexts.Colon(locale)}{SpecTexts.Description(texts, locale, spec)}"
        );
        return new Card("commands")
        {
            Title = texts.Get(locale, "help.commands"),
            Markdown = string.Join('\n', lines.Append("\n" + texts.Get(locale, "help.more"))),
        };
    }

    private static bool MayUse(CommandSpec spec, CommandRequest request) =>
        request.IsAdministrator
        || spec.WhoMay == WhoMay.Everyone
        || (spec.WhoMay == WhoMay.PlaceManagers && (request.ManagesPlace || request.Place.Kind == PlaceKind.Direct));
}
