using System.Runtime.InteropServices;

namespace PaperBot.Search.Index;

/// <summary>
/// A document's terms in their order, field by field, as a blob: the five fields' counts, then the codes (32 bits each,
/// little endian). What FTS5 finds is ranked by it.
/// </summary>
internal static class TermList
{
    public const int Fields = 5;

    // A book of terms is ranked by its beginning; everything in it is found all the same.
    private const int MostPerField = 50_000;

    /// <param name="fields">The five fields.</param>
    /// <param name="length">How many words and characters there are; a Chinese text has several terms for each.</param>
    public static byte[] Write(IReadOnlyList<AnalyzedField> fields, out int length)
    {
        length = 0;
        var terms = fields.Sum(field => Math.Min(MostPerField, field.Codes.Length));
        var list = new byte[(Fields + terms) * sizeof(uint)];
        var codes = MemoryMarshal.Cast<byte, uint>(list.AsSpan());
        var at = Fields;
        for (var i = 0; i < Fields; i++)
        {
            var kept = fields[i].Codes[..Math.Min(MostPerField, fields[i].Codes.Length)];
            codes[i] = (uint)kept.Length;
            kept.CopyTo(codes[at..]);
            at += kept.Length;
            foreach (var code in kept)
                length += TermCode.Advances(code) ? 1 : 0;
        }
        return list;
    }

    public static ReadOnlySpan<uint> Read(byte[] blob) => MemoryMarshal.Cast<byte, uint>(blob);
}
