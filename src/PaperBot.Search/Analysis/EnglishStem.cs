namespace PaperBot.Search.Analysis;

/// <summary>
/// The stem under which an English word is indexed and looked for: Porter's, between what he leaves apart: irregular
/// forms and British spelling before it, the Latin and Greek endings of learned words behind it.
/// </summary>
internal static class EnglishStem
{
    /// <summary>The room that <see cref="Write"/> needs.</summary>
    public const int Room = 72;

    private const int Shortest = 3;
    private const int Longest = 60;

    // The ending of a word, what stands for it, and how many letters the word has at least.
    private static readonly (string Ending, string By, int Least)[] Spelling =
    [
        ("ours", "ors", 6),
        ("our", "or", 5),
        ("oured", "ored", 6),
        ("ouring", "oring", 7),
        ("ysed", "yzed", 6),
        ("yse", "yze", 5),
        ("ysing", "yzing", 7),
        ("lyses", "lysis", 6),
        ("theses", "thesis", 6),
        ("gnoses", "gnosis", 6),
        ("stases", "stasis", 6),
        ("ae", "a", 5),
    ];

    // The same of a stem.
    private static readonly (string Ending, string By, int Least)[] Learned =
    [
        ("atori", "", 10),
        ("atori", "at", 8),
        ("itori", "it", 8),
        ("ensori", "ens", 7),
        ("duct", "duc", 5),
        ("script", "scrib", 7),
        ("sorpt", "sorb", 7),
        ("sumpt", "sum", 7),
        ("olut", "olv", 5),
        ("clus", "clud", 6),
        ("divis", "divid", 5),
        ("decis", "decid", 5),
        ("spons", "spond", 7),
        ("gnosi", "gnost", 6),
        ("lysi", "ly", 5),
        ("lyt", "ly", 5),
        ("lyz", "ly", 5),
        ("thesi", "thes", 7),
        ("thet", "thes", 7),
        ("genesi", "gen", 7),
        ("osi", "ot", 6),
        ("emia", "em", 6),
        ("ium", "i", 7),
        ("ia", "i", 7),
        ("u", "us", 4),
    ];

    /// <summary>Writes the stem of a lower-case word; other alphabets stay as they are.</summary>
    /// <returns>The stem's length.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> stem)
    {
        word = IrregularForms.Regular(word[..Math.Min(word.Length, Longest)]);
        word.CopyTo(stem);
        if (word.Length < Shortest)
            return word.Length;
        if (word.ContainsAnyExceptInRange('a', 'z'))
            return IsPluralName(word) ? word.Length - 1 : word.Length;
        var length = Replace(stem, word.Length, Spelling);
        length = American(stem, length);
        length = PorterStemmer.Stem(stem, length);
        return Replace(stem, length, Learned);
    }

    public static string Of(string word)
    {
        Span<char> stem = stackalloc char[Room];
        return stem[..Write(word, stem)].ToString();
    }

    private static int Replace(Span<char> word, int length, (string Ending, string By, int Least)[] table)
    {
        var last = word[length - 1];
        foreach (var (ending, by, least) in table)
            if (ending[^1] == last && length >= least && word[..length].EndsWith(ending))
            {
                by.CopyTo(word[(length - ending.Length)..]);
                return length - ending.Length + by.Length;
            }
        return length;
    }

    // organise and organisation by z; haemoglobin, archaeology and oestrogen without their first vowel. Words that are
    // written so everywhere (exercise, precise; aerobic, Israel) stay.
    private static int American(Span<char> word, int length)
    {
        var s = word[..length].LastIndexOf("is") + 1;
        if (s > 4 && word[s - 2] is 'l' or 'm' or 'n' or 'r' or 't' or 'g' or 'd')
            if (word[(s + 1)..length] is "e" or "es" or "ed" or "ing" or "ation" or "ations")
                word[s] = 'z';
        for (var i = 0; i + 3 < length; i++)
            if (word[i + 1] == 'e' && (word[i] == 'a' || (word[i] == 'o' && i == 0)) && IsStrong(word[i + 2]))
            {
                word[(i + 1)..length].CopyTo(word[i..]);
                length--;
            }
        return length;
    }

    // E2Fs, GPT4s: names with a digit have a plural too.
    private static bool IsPluralName(ReadOnlySpan<char> word) =>
        word.Length > Shortest
        && word[^1] == 's'
        && word[^2] != 's'
        && System.Text.Ascii.IsValid(word)
        && word.ContainsAnyInRange('0', '9');

    private static bool IsStrong(char c) => c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'r' or 'l');
}
