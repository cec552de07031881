using System.Collections.Frozen;
using System.Text;

namespace PaperBot.Markdown.Unicode;

/// <summary>Exponents and indices in Unicode's own small characters.</summary>
internal static class UnicodeScripts
{
    private static readonly FrozenDictionary<char, char> Raised = Map(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ⊤∗′†°∘",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡᵀ∗′†°°"
    );

    private static readonly FrozenDictionary<char, char> Lowered = Map(
        "0123456789+−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
    );

    /// <summary>The text in small characters; false when one is missing.</summary>
    public static bool TryWrite(string text, bool above, out string small)
    {
        var map = above ? Raised : Lowered;
        var written = new StringBuilder(text.Length);
        small = "";
        foreach (var c in text)
        {
            if (c == ' ')
                continue;
            if (!map.TryGetValue(c, out var other))
                return false;
            written.Append(other);
        }
        small = written.ToString();
        return true;
    }

    private static FrozenDictionary<char, char> Map(string from, string to) =>
        from.Zip(to).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
}
