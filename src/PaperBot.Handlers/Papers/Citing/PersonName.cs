using System.Collections.Frozen;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// An author's name in parts, as reference formats want them. arXiv gives one text, given names first; the split
/// follows the rules of arXiv's own author index (particles belong to the family name, suffixes stand alone).
/// </summary>
/// <param name="Family">Family name with its particles: <c>van de Sompel</c>; for <see cref="IsWhole"/> the whole name.</param>
/// <param name="Given">Given names; empty for one-word names and collaborations.</param>
/// <param name="Suffix"><c>Jr.</c>, <c>III</c>; mostly empty.</param>
/// <param name="IsWhole">True for a collaboration or a name that is never split (Chinese characters).</param>
internal sealed record PersonName(string Family, string Given = "", string Suffix = "", bool IsWhole = false)
{
    // "Vaziri" is in arXiv's own list of first halves of family names.
    private static readonly FrozenSet<string> Particles = Words(
        "van von der den de del della delle di da dos das des du la le el ter san santa st. saint dem vaziri"
    );

    // In capitals these are ordinary given names: Ben, Al, Bin, Do, Mac.
    private static readonly FrozenSet<string> LowerParticles = Words(
        "ben bin ibn al do mac ten te zu zum zur vom af av 't d' dello"
    );

    private static readonly FrozenSet<string> Suffixes = Words("jr jr. sr sr. ii iii iv");

    private static readonly FrozenSet<string> Bodies = Words(
        "collaboration collaborations consortium team group project society committee initiative collab. collab"
    );

    /// <summary>True when the name is written in Chinese, Japanese or Korean characters.</summary>
    public bool IsEastAsian => IsWhole && Family.Any(IsIdeograph);

    /// <summary>Splits a name.</summary>
    public static PersonName Of(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var whole = string.Join(' ', words);
        if (words.Count == 0 || words.Any(word => Bodies.Contains(word.Trim(',', '(', ')'))))
            return new(whole, IsWhole: true);
        if (whole.Any(IsIdeograph) || words.Contains("and", StringComparer.OrdinalIgnoreCase))
            return new(whole, IsWhole: true);
        var suffix = TakeSuffix(words);
        if (whole.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && suffix.Length == 0)
            return new(whole[..comma].Trim(), whole[(comma + 1)..].Trim());
        words = SplitInitials(words);
        var family = FamilyStart(words);
        return new(string.Join(' ', words[family..]), string.Join(' ', words[..family]), suffix);
    }

    /// <summary>The initials of the given names without dots: <c>J P</c> for Jean-Pierre.</summary>
    public string Initials =>
        string.Join(
            ' ',
            Given
                .Split([' ', '-', '.', '‐', '‑'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => char.IsLetter(word[0]))
                .Select(Initial)
        );

    private static string Initial(string word) =>
        word.Length is 2 or 3 && word.All(char.IsUpper)
            ? string.Join(' ', word.ToCharArray())
            : word[..1].ToUpperInvariant();

    private static string TakeSuffix(List<string> words)
    {
        if (words.Count < 3 || !Suffixes.Contains(words[^1]))
            return "";
        var suffix = words[^1];
        words.RemoveAt(words.Count - 1);
        words[^1] = words[^1].TrimEnd(',');
        return suffix;
    }

    /// <summary><c>S.M.</c> becomes two words, <c>a.b.first</c> three.</summary>
    private static List<string> SplitInitials(List<string> words)
    {
        var split = new List<string>();
        foreach (var word in words)
        {
            var rest = word;
            while (rest.Length > 2 && rest[1] == '.' && char.IsLetter(rest[0]) && char.IsLetter(rest[2]))
            {
                split.Add(rest[..2]);
                rest = rest[2..];
            }

            split.Add(rest);
        }

        return split;
    }

    private static int FamilyStart(List<string> words)
    {
        var start = words.Count - 1;
        while (start > 1 && IsParticle(words[start - 1]))
            start--;
        // "del Norte": a lone particle at the beginning is taken for the family name, as everywhere but in an index.
        if (start == 1 && char.IsLower(words[0][0]) && IsParticle(words[0]))
            start = 0;
        return Math.Max(start, 0);
    }

    private static bool IsParticle(string word) =>
        Particles.Contains(word) || (char.IsLower(word[0]) && LowerParticles.Contains(word)) || word == "'t";

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsIdeograph(char c) =>
        c
            is >= '\u3400'
                and <= '\u9fff'
                or >= '\uf900'
                and <= '\ufaff'
                or >= '\u3040'
                and <= '\u30ff'
                or >= '\uac00'
                and <= '\ud7af'
        || char.IsSurrogate(c);
}
