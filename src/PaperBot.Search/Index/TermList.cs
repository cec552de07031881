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

    public static byte[] Write(IReadOnlyList<AnalyzedField> fields, out int length)
    {
        var codes = new List<uint>();
        foreach (var field in fields)
            codes.Add((uint)Math.Min(MostPerField, field.Codes.Count));
        foreach (var field in fields)
            codes.AddRange(field.Codes.Take(MostPerField));
        length = codes.Count - Fields;
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(codes)).ToArray();
    }

    public static ReadOnlySpan<uint> Read(byte[] blob) => MemoryMarshal.Cast<byte, uint>(blob);
}
