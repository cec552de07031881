using System.Collections.Frozen;
using System.Text;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// Plain text with formulas as LaTeX for a BibTeX field. Accents become commands (<c>{\"o}</c>), because classic
/// BibTeX cuts UTF-8 letters in two when it abbreviates and sorts; scripts without such commands (Chinese, Cyrillic)
/// stay UTF-8. Formulas are not touched, and braces are balanced whatever comes in.
/// </summary>
internal static class LatexText
{
    private static readonly FrozenDictionary<char, string> Specials = new Dictionary<char, string>
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\textbraceleft{}",
        ['}'] = @"\textbraceright{}",
        ['&'] = @"\&",
        ['%'] = @"\%",
        ['$'] = @"\$",
        ['#'] = @"\#",
        ['_'] = @"\_",
        ['~'] = @"\textasciitilde{}",
        ['^'] = @"\textasciicircum{}",
        ['<'] = @"\textless{}",
        ['>'] = @"\textgreater{}",
        ['|'] = @"\textbar{}",
        ['ß'] = @"{\ss}",
        ['æ'] = @"{\ae}",
        ['Æ'] = @"{\AE}",
        ['œ'] = @"{\oe}",
        ['Œ'] = @"{\OE}",
        ['ø'] = @"{\o}",
        ['Ø'] = @"{\O}",
        ['å'] = @"{\aa}",
        ['Å'] = @"{\AA}",
        ['ł'] = @"{\l}",
        ['Ł'] = @"{\L}",
        ['ı'] = @"{\i}",
        ['ȷ'] = @"{\j}",
        ['đ'] = @"{\dj}",
        ['Đ'] = @"{\DJ}",
        ['–'] = "--",
        ['—'] = "---",
        ['‐'] = "-",
        ['‑'] = "-",
        ['−'] = "-",
        ['…'] = @"\ldots{}",
        ['“'] = "``",
        ['”'] = "''",
        ['‘'] = "`",
        ['’'] = "'",
        ['\u00a0'] = "~",
    }.ToFrozenDictionary();

    // Combining mark -> LaTeX accent.
    private static readonly FrozenDictionary<char, string> Accents = new Dictionary<char, string>
    {
        ['\u0300'] = "`",
        ['\u0301'] = "'",
        ['\u0302'] = "^",
        ['\u0303'] = "~",
        ['\u0304'] = "=",
        ['\u0306'] = "u ",
        ['\u0307'] = ".",
        ['\u0308'] = "\"",
        ['\u030a'] = "r ",
        ['\u030b'] = "H ",
        ['\u030c'] = "v ",
        ['\u0323'] = "d ",
        ['\u0327'] = "c ",
        ['\u0328'] = "k ",
        ['\u0331'] = "b ",
    }.ToFrozenDictionary();

    private static readonly string[] Greek =
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "",
        "pi",
        "rho",
        "varsigma",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega",
    ];

    /// <summary>Text outside formulas.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var latex = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c))
                latex.Append(' ');
            else if (c == '"')
                latex.Append(i == 0 || text[i - 1] is ' ' or '(' or '[' ? "``" : "''");
            else if (Specials.TryGetValue(c, out var special))
                latex.Append(special);
            else if (c is >= 'α' and <= 'ω' && Greek[c - 'α'].Length > 0)
                latex.Append("{$\\").Append(Greek[c - 'α']).Append("$}");
            else if (c < 128)
                latex.Append(c);
            else
                latex.Append(Accented(c));
        }

        return latex.ToString();
    }

    /// <summary>Text with formulas, none of its words protected: for journals and notes.</summary>
    public static string EscapeKeepingMath(string text)
    {
        var latex = new StringBuilder(text.Length + 16);
        foreach (var (part, isMath) in MathParts.Of(PaperText.Unstyled(text)))
            latex.Append(isMath ? Balanced(part) : Escape(part));
        return latex.ToString();
    }

    /// <summary>
    /// A formula as it is; one whose braces BibTeX would count as unbalanced (<c>$\{x$</c>) with those braces spelled
    /// out, and one that is not LaTeX at all as text.
    /// </summary>
    public static string Balanced(string math)
    {
        if (IsBalanced(math))
            return math;
        var spelled = math.Replace(@"\{", @"\lbrace ", StringComparison.Ordinal)
            .Replace(@"\}", @"\rbrace ", StringComparison.Ordinal);
        return IsBalanced(spelled) ? spelled : Escape(math);
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    private static string Accented(char c)
    {
        if (char.IsSurrogate(c))
            return c.ToString();
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        if (parts.Length < 2 || !char.IsAsciiLetter(parts[0]) || !parts.Skip(1).All(Accents.ContainsKey))
            return c.ToString();
        var latex = parts[0] is 'i' or 'j' ? "\\" + parts[0] : parts[..1];
        foreach (var mark in parts.AsSpan(1))
            latex = $"{{\\{Accents[mark]}{latex}}}";
        return latex;
    }
}
