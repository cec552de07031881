using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>
/// A term in 32 bits: 31 bits of a hash (FNV-1a), and the highest bit says that the text goes on by one word with it.
/// Two terms with one code are possible and only cost a little precision of the ranking, never a result.
/// </summary>
internal static class TermCode
{
    private const uint Advance = 0x8000_0000;

    public static uint Of(ReadOnlySpan<char> term, TermKind kind) =>
        Hash(term) | (kind is TermKind.Word or TermKind.Character ? Advance : 0);

    public static uint Hash(ReadOnlySpan<char> term)
    {
        var hash = 2_166_136_261u;
        foreach (var c in term)
            hash = (hash ^ c) * 16_777_619u;
        return (hash ^ (hash >> 15)) & ~Advance;
    }

    public static uint WithoutPosition(uint code) => code & ~Advance;

    public static bool Advances(uint code) => (code & Advance) != 0;
}
