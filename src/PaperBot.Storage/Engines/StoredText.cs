using System.Buffers;
using System.Text;
using PaperBot.Core.Outcomes;

namespace PaperBot.Storage.Engines;

/// <summary>Makes any text fit for a column: PostgreSQL knows no NUL, and neither engine half a surrogate pair.</summary>
internal static class StoredText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create([
        '\0',
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    /// <summary>The text without NULs, and with � for half surrogate pairs.</summary>
    /// <exception cref="StorageException">It is longer than <paramref name="most"/> characters.</exception>
    public static string Of(string text, int most)
    {
        if (text.Length > most)
            throw new StorageException(Errors.UserInput("storage.long", ("length", text.Length), ("most", most)));
        return text.AsSpan().ContainsAny(Suspects) ? Clean(text) : text;
    }

    /// <summary>As <see cref="Of"/>, null for null.</summary>
    public static string? OrNull(string? text, int most) => text is null ? null : Of(text, most);

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (c != '\0')
                clean.Append(char.IsSurrogate(c) ? Replacement : c);
        }
        return clean.ToString();
    }
}
