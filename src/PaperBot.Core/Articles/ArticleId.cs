using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Core.Articles;

/// <summary>
/// An article's id: ten small letters and digits made from its canonical address, so that reading the same page twice
/// never makes two articles, in no process and after no crash.
/// </summary>
public readonly record struct ArticleId
{
    /// <summary>Characters of an id.</summary>
    public const int Length = 10;

    // No vowels, so that no id reads as a word; no l, o, 0 and 1, which people confuse.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxzy";

    private readonly string? _text;

    private ArticleId(string text) => _text = text;

    /// <summary>The id of the article at a canonical address (see <see cref="ArticleAddress"/>).</summary>
    public static ArticleId Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri));
        var number = BitConverter.ToUInt64(hash);
        var text = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            text[i] = Alphabet[(int)(number % (ulong)Alphabet.Length)];
            number /= (ulong)Alphabet.Length;
        }
        return new(new string(text));
    }

    /// <summary>Reads what <see cref="ToString"/> writes, in any case.</summary>
    public static bool TryParse(string? text, out ArticleId id)
    {
        id = default;
        var small = text?.Trim().ToLowerInvariant();
        if (small is not { Length: Length } || !small.All(c => Alphabet.Contains(c, StringComparison.Ordinal)))
            return false;
        id = new(small);
        return true;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static ArticleId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an article's id.");

    /// <inheritdoc />
    public override string ToString() => _text ?? "";
}
