using PaperBot.Core.Commands;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Help;

/// <summary>All about one command: how it is written, its parameters, its other names, examples to press.</summary>
internal sealed class HelpPage(ITexts texts)
{
    private const int LongestLabel = 60;

    public Card Card(CommandSpec spec, Locale locale)
    {
        var examples = SpecTexts.Examples(texts, locale, spec);
        string?[] parts =
        [
            SpecTexts.Description(texts, locale, spec),
            MarkdownText.Code(UsageText.LineOf(spec, locale)),
            Parameters(spec, locale),
            Aliases(spec, locale),
            SpecTexts.More(texts, locale, spec),
            Access(spec, locale),
            texts.Get(locale, "help.common"),
        ];
        return new Card("command:" + spec.Name)
        {
            Title = UsageText.NameOf(spec, locale),
            Markdown = string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))),
            Actions = [.. examples.Select(line => ReplyAction.Run(InputText.Shorten(line, LongestLabel), line))],
        };
    }

    private string Parameters(CommandSpec spec, Locale locale) =>
        string.Join('\n', spec.Parameters.Select(parameter => "- " + Line(spec, parameter, locale)));

    private string Line(CommandSpec spec, Parameter parameter, Locale locale)
    {
        var names = string.Join(" / ", parameter.Aliases.Prepend(parameter.Name).Select(MarkdownText.Code));
        var text = $"{names}{SpecTexts.Colon(locale)}{SpecTexts.Description(texts, locale, spec, parameter)}";
        if (parameter.Choices.Count > 0)
            text += Parenthesis(
                locale,
                string.Join(
                    locale.IsChinese ? "；" : "; ",
                    parameter.Choices.Select(c => Choice(spec, parameter, c, locale))
                )
            );
        return parameter.Required ? text + Parenthesis(locale, texts.Get(locale, "help.required")) : text;
    }

    private string Choice(CommandSpec spec, Parameter parameter, Choice choice, Locale locale)
    {
        var label = SpecTexts.ChoiceLabel(texts, locale, spec, parameter, choice);
        var value = MarkdownText.Code(choice.Value);
        return label.Equals(choice.Value, StringComparison.OrdinalIgnoreCase) ? value : $"{value} {label}";
    }

    private string? Aliases(CommandSpec spec, Locale locale)
    {
        var shown = UsageText.NameOf(spec, locale);
        var others = spec.Aliases.Prepend(spec.Name).Select(name => "/" + name).Where(name => name != shown).ToList();
        return others.Count == 0
            ? null
            : texts.Get(locale, "help.aliases", ("aliases", string.Join(", ", others.Select(MarkdownText.Code))));
    }

    private string? Access(CommandSpec spec, Locale locale) =>
        spec.WhoMay switch
        {
            WhoMay.Administrators => texts.Get(locale, "help.administrators"),
            WhoMay.PlaceManagers => texts.Get(locale, "help.managers"),
            _ => null,
        };

    private static string Parenthesis(Locale locale, string text) => locale.IsChinese ? $"（{text}）" : $" ({text})";
}
