using PaperBot.Core.Commands;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>What a spec must fulfil so that its lines have one meaning. A breach is a programmer's mistake.</summary>
internal static class SpecRules
{
    /// <exception cref="InvalidOperationException">The spec breaks a rule.</exception>
    public static void Check(CommandSpec spec)
    {
        Require(spec, spec.Name.Split(' ') is { Length: <= 3 } words && words.All(IsWord), "has a bad name");
        var positional = spec.Parameters.Where(p => p.Positional).ToList();
        foreach (var parameter in spec.Parameters)
        {
            Require(spec, IsWord(parameter.Name), $"has a bad parameter name '{parameter.Name}'");
            var last = positional.Count > 0 && positional[^1] == parameter;
            Require(spec, !parameter.Verbatim || last, $"takes '{parameter.Name}' verbatim, but not as its last");
            Require(spec, !parameter.Verbatim || !parameter.Many, $"takes many '{parameter.Name}' verbatim");
            Require(
                spec,
                !parameter.Many || !parameter.Positional || last,
                $"takes many '{parameter.Name}', but not as its last"
            );
            Require(
                spec,
                parameter.Kind == ParameterKind.Choice == parameter.Choices.Count > 0,
                $"has no choices or needs none for '{parameter.Name}'"
            );
            Require(
                spec,
                !parameter.Many || parameter.Kind is ParameterKind.Text or ParameterKind.Paper,
                $"takes many '{parameter.Name}', which only texts and papers may"
            );
            Require(
                spec,
                parameter.Kind != ParameterKind.File || !parameter.Positional,
                $"takes the file '{parameter.Name}' by position"
            );
        }
        var names = spec.Parameters.SelectMany(p => p.Aliases.Prepend(p.Name)).Select(InputText.Fold).ToList();
        Require(spec, names.Distinct(StringComparer.Ordinal).Count() == names.Count, "names a parameter twice");
        Require(
            spec,
            spec.Parameters.SkipWhile(p => p.Required).All(p => !p.Required),
            "has a required parameter behind an optional one"
        );
    }

    private static bool IsWord(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static void Require(CommandSpec spec, bool condition, string complaint)
    {
        if (!condition)
            throw new InvalidOperationException($"The command '{spec.Name}' {complaint}.");
    }
}
