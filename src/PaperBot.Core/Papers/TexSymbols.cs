using System.Collections.Frozen;

namespace PaperBot.Core.Papers;

/// <summary>TeX's accents and the symbols that occur in metadata.</summary>
internal static class TexSymbols
{
    private const string Greek =
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ "
        + "mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi ϕ chi χ "
        + "psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω";

    private const string Others =
        "aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß i ı j ȷ S § P ¶ dag † ddag ‡ dagger † ddagger ‡ copyright © "
        + "pounds £ th þ TH Þ dh ð DH Ð dj đ DJ Đ ng ŋ NG Ŋ ldots … dots … textendash – textemdash — textregistered ® "
        + "texttrademark ™ textdegree ° textasciitilde ~ times × pm ± sim ∼ deg °";

    /// <summary>The combining mark of each accent command of one character.</summary>
    public static FrozenDictionary<char, char> Accents { get; } =
        new Dictionary<char, char>
        {
            ['`'] = '\u0300',
            ['\''] = '\u0301',
            ['^'] = '\u0302',
            ['~'] = '\u0303',
            ['='] = '\u0304',
            ['.'] = '\u0307',
            ['"'] = '\u0308',
            ['u'] = '\u0306',
            ['r'] = '\u030a',
            ['H'] = '\u030b',
            ['v'] = '\u030c',
            ['d'] = '\u0323',
            ['c'] = '\u0327',
            ['k'] = '\u0328',
            ['b'] = '\u0331',
        }.ToFrozenDictionary();

    /// <summary>Commands that stand for a character, by name.</summary>
    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Named { get; } =
        Pairs(Greek + " " + Others).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Commands that only change how their argument looks.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Styles { get; } =
        "emph textbf textit textsl textsc texttt textrm textsf textup text mbox url mathrm mathbf mathit"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, string> Pairs(string list) =>
        list.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
