using System.Collections.Frozen;
using PaperBot.Calculator.Syntax;

namespace PaperBot.Calculator.Latex;

/// <summary>Commands that stand for one operator, one name, or nothing.</summary>
internal static class LatexCommands
{
    public static readonly FrozenDictionary<string, string> Operators = new Dictionary<string, string>
    {
        ["cdot"] = "*",
        ["times"] = "*",
        ["ast"] = "*",
        ["div"] = "/",
        ["le"] = "<=",
        ["leq"] = "<=",
        ["leqslant"] = "<=",
        ["ge"] = ">=",
        ["geq"] = ">=",
        ["geqslant"] = ">=",
        ["ne"] = "!=",
        ["neq"] = "!=",
        ["lt"] = "<",
        ["gt"] = ">",
        ["approx"] = "=",
        ["equiv"] = "==",
        ["coloneqq"] = ":=",
        ["vert"] = "|",
        ["mid"] = "|",
        ["lvert"] = "|",
        ["rvert"] = "|",
        ["{"] = "{",
        ["}"] = "}",
        ["lbrace"] = "{",
        ["rbrace"] = "}",
        ["lbrack"] = "[",
        ["rbrack"] = "]",
        ["%"] = "%",
        ["prime"] = "'",
        ["degree"] = "°",
        ["backslash"] = "\\",
        ["setminus"] = "\\",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Names = Collect();

    public static readonly FrozenSet<string> Ignored = new[]
    {
        ",",
        ";",
        ":",
        "!",
        " ",
        ">",
        "quad",
        "qquad",
        "left",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "biggl",
        "biggr",
        "displaystyle",
        "textstyle",
        "limits",
        "nolimits",
        "nonumber",
        "thinspace",
        "middle",
    }.ToFrozenSet();

    public static readonly FrozenSet<string> Wrappers = new[]
    {
        "mathrm",
        "mathbf",
        "mathit",
        "mathsf",
        "mathbb",
        "mathcal",
        "boldsymbol",
        "bm",
        "text",
        "textrm",
        "operatorname",
        "vec",
        "hat",
    }.ToFrozenSet();

    /// <summary>Commands with a notation of their own in <see cref="LatexReader"/>.</summary>
    public static readonly FrozenSet<string> Special = new[]
    {
        "frac",
        "dfrac",
        "tfrac",
        "cfrac",
        "sqrt",
        "int",
        "iint",
        "oint",
        "sum",
        "prod",
        "lim",
        "begin",
        "binom",
        "dbinom",
        "overline",
        "bar",
        "lfloor",
        "rfloor",
        "lceil",
        "rceil",
        "log",
        "bmod",
        "mod",
        "partial",
        "lVert",
        "rVert",
        "|",
    }.ToFrozenSet();

    public static bool IsKnown(string command) =>
        Operators.ContainsKey(command)
        || Names.ContainsKey(command)
        || Ignored.Contains(command)
        || Wrappers.Contains(command)
        || Special.Contains(command);

    private static FrozenDictionary<string, string> Collect()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["infty"] = "inf",
            ["hbar"] = "const.hbar",
            ["varepsilon"] = "epsilon",
            ["vartheta"] = "theta",
            ["varphi"] = "phi",
            ["land"] = "and",
            ["lor"] = "or",
            ["lnot"] = "not",
            ["neg"] = "not",
            ["Re"] = "re",
            ["Im"] = "im",
            ["lg"] = "log10",
            ["lb"] = "log2",
            ["arcctg"] = "acot",
        };
        foreach (var letter in Alphabet.Greek.Values.Distinct())
            names[letter] = letter;
        foreach (
            var function in (string[])
                [
                    "sin",
                    "cos",
                    "tan",
                    "cot",
                    "sec",
                    "csc",
                    "arcsin",
                    "arccos",
                    "arctan",
                    "sinh",
                    "cosh",
                    "tanh",
                    "coth",
                    "ln",
                    "exp",
                    "det",
                    "gcd",
                    "max",
                    "min",
                    "arg",
                    "tg",
                    "ctg",
                    "sgn",
                    "erf",
                ]
        )
            names[function] = function;
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
