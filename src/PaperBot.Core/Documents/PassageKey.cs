using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Core.Documents;

/// <summary>Keys of passages: eight letters and digits from the document's id and the passage's place.</summary>
public static class PassageKey
{
    /// <summary>How long a key is: 8 characters of <see cref="Alphabet"/>, the first a letter.</summary>
    public const int Length = 8;

    /// <summary>What keys are made of; without what looks alike, and without vowels, so that no key is a word.</summary>
    public const string Alphabet = "bcdfghjkmnpqrstvwxz23456789";

    private const int Letters = 19;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>The key of the passage with the given index.</summary>
    public static string Of(DocumentId document, int index)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{document}#{index}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(source), hash);
        var rest = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        Span<char> key = stackalloc char[Length];
        key[0] = Alphabet[(int)(rest % Letters)];
        rest /= Letters;
        for (var i = 1; i < Length; i++)
        {
            key[i] = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            rest /= (ulong)Alphabet.Length;
        }
        return new string(key);
    }

    /// <summary>Whether a text has the form of a key.</summary>
    public static bool Is(ReadOnlySpan<char> text) =>
        text.Length == Length && !text.ContainsAnyExcept(Allowed) && char.IsAsciiLetterLower(text[0]);
}
