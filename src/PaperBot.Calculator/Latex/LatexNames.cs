using System.Collections.Frozen;
using PaperBot.Calculator.Syntax;

namespace PaperBot.Calculator.Latex;

/// <summary>How names are written in LaTeX.</summary>
internal static class LatexNames
{
    private static readonly FrozenSet<string> Greek = Alphabet.Greek.Values.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Functions = new Dictionary<string, string>
    {
        ["sin"] = "\\sin",
        ["cos"] = "\\cos",
        ["tan"] = "\\tan",
        ["cot"] = "\\cot",
        ["sec"] = "\\sec",
        ["csc"] = "\\csc",
        ["asin"] = "\\arcsin",
        ["acos"] = "\\arccos",
        ["atan"] = "\\arctan",
        ["sinh"] = "\\sinh",
        ["cosh"] = "\\cosh",
        ["tanh"] = "\\tanh",
        ["coth"] = "\\coth",
        ["ln"] = "\\ln",
        ["log"] = "\\ln",
        ["log10"] = "\\log_{10}",
        ["log2"] = "\\log_{2}",
        ["gamma"] = "\\Gamma",
        ["zeta"] = "\\zeta",
        ["det"] = "\\det",
        ["gcd"] = "\\gcd",
        ["max"] = "\\max",
        ["min"] = "\\min",
        ["arg"] = "\\arg",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["inf"] = "\\infty",
        ["e"] = "e",
        ["i"] = "i",
        ["deg"] = "^{\\circ}",
        ["const.hbar"] = "\\hbar",
        ["true"] = "\\text{true}",
        ["false"] = "\\text{false}",
        ["undefined"] = "\\text{undefined}",
    }.ToFrozenDictionary();

    public static string Function(string name) =>
        Functions.TryGetValue(name, out var command) ? command : "\\operatorname{" + Escape(name) + "}";

    public static string Symbol(string name)
    {
        if (Symbols.TryGetValue(name, out var known))
            return known;
        if (name.StartsWith("const.", StringComparison.Ordinal))
            return Letters(name[6..]);
        var at = name.IndexOf('_', StringComparison.Ordinal);
        return at > 0 && at < name.Length - 1
            ? Letters(name[..at]) + "_{" + Subscript(name[(at + 1)..]) + "}"
            : Letters(name);
    }

    public static string Escape(string text) =>
        text.Replace("\\", "\\backslash ", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal)
            .Replace("#", "\\#", StringComparison.Ordinal)
            .Replace("&", "\\&", StringComparison.Ordinal)
            .Replace("{", "\\{", StringComparison.Ordinal)
            .Replace("}", "\\}", StringComparison.Ordinal)
            .Replace("^", "\\hat{}", StringComparison.Ordinal)
            .Replace("~", "\\sim ", StringComparison.Ordinal);

    private static string Subscript(string text) => text.All(char.IsAsciiDigit) ? text : Letters(text);

    private static string Letters(string name)
    {
        if (Greek.Contains(name))
            return "\\" + name;
        return name.Length == 1 ? name : "\\mathrm{" + Escape(name) + "}";
    }
}
