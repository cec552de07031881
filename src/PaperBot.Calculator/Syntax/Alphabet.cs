using System.Collections.Frozen;

namespace PaperBot.Calculator.Syntax;

/// <summary>What people type besides ASCII, one character for one character so that positions stay.</summary>
internal static class Alphabet
{
    public static readonly FrozenDictionary<char, string> Operators = new Dictionary<char, string>
    {
        ['×'] = "*",
        ['·'] = "*",
        ['⋅'] = "*",
        ['∙'] = "*",
        ['✕'] = "*",
        ['•'] = "*",
        ['÷'] = "/",
        ['∕'] = "/",
        ['⁄'] = "/",
        ['−'] = "-",
        ['–'] = "-",
        ['—'] = "-",
        ['‐'] = "-",
        ['≤'] = "<=",
        ['⩽'] = "<=",
        ['≥'] = ">=",
        ['⩾'] = ">=",
        ['≠'] = "!=",
        ['≈'] = "=",
        ['≡'] = "==",
        ['≔'] = ":=",
        ['→'] = "->",
        ['√'] = "√",
        ['∛'] = "∛",
        ['°'] = "°",
        ['′'] = "'",
        ['’'] = "'",
        ['∣'] = "|",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<char, string> Words = new Dictionary<char, string>
    {
        ['∞'] = "inf",
        ['ℯ'] = "e",
        ['ⅇ'] = "e",
        ['ⅈ'] = "i",
        ['ħ'] = "const.hbar",
        ['ℏ'] = "const.hbar",
        ['∧'] = "and",
        ['∨'] = "or",
        ['¬'] = "not",
        ['⊻'] = "xor",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<char, string> Greek = new Dictionary<char, string>
    {
        ['α'] = "alpha",
        ['β'] = "beta",
        ['γ'] = "gamma",
        ['δ'] = "delta",
        ['ε'] = "epsilon",
        ['ϵ'] = "epsilon",
        ['ζ'] = "zeta",
        ['η'] = "eta",
        ['θ'] = "theta",
        ['ϑ'] = "theta",
        ['ι'] = "iota",
        ['κ'] = "kappa",
        ['λ'] = "lambda",
        ['μ'] = "mu",
        ['µ'] = "mu",
        ['ν'] = "nu",
        ['ξ'] = "xi",
        ['π'] = "pi",
        ['ρ'] = "rho",
        ['σ'] = "sigma",
        ['ς'] = "sigma",
        ['τ'] = "tau",
        ['υ'] = "upsilon",
        ['φ'] = "phi",
        ['ϕ'] = "phi",
        ['χ'] = "chi",
        ['ψ'] = "psi",
        ['ω'] = "omega",
        ['Γ'] = "Gamma",
        ['Δ'] = "Delta",
        ['Θ'] = "Theta",
        ['Λ'] = "Lambda",
        ['Ξ'] = "Xi",
        ['Π'] = "Pi",
        ['Σ'] = "Sigma",
        ['Φ'] = "Phi",
        ['Ψ'] = "Psi",
        ['Ω'] = "Omega",
    }.ToFrozenDictionary();

    public const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    public static readonly FrozenDictionary<char, (int Numerator, int Denominator)> Fractions = new Dictionary<
        char,
        (int, int)
    >
    {
        ['½'] = (1, 2),
        ['⅓'] = (1, 3),
        ['⅔'] = (2, 3),
        ['¼'] = (1, 4),
        ['¾'] = (3, 4),
        ['⅕'] = (1, 5),
        ['⅛'] = (1, 8),
    }.ToFrozenDictionary();

    /// <summary>Full-width forms and Chinese punctuation as the ASCII they stand for.</summary>
    public static char Fold(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u3000' or '\u00A0' or '\u2009' or '\u202F' or '\u2002' or '\u2003' => ' ',
            '、' => ',',
            '【' or '〔' => '[',
            '】' or '〕' => ']',
            '“' or '”' => '"',
            '￣' => '~',
            _ => c,
        };
}
