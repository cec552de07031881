using System.Security.Cryptography;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Documents;

/// <summary>
/// Names a document's text: <c>arxiv:1706.03762v5</c>, or <c>upload:0f3a…</c> for a file of somebody's. The id of an
/// upload holds its owner, so that the same file given by two people is two documents.
/// </summary>
public readonly record struct DocumentId
{
    private const string ArxivPrefix = "arxiv:";
    private const string UploadPrefix = "upload:";
    private const int UploadLength = 32;

    private readonly string? _text;

    private DocumentId(string text) => _text = text;

    /// <summary>True for a file that somebody gave.</summary>
    public bool IsUpload => ToString().StartsWith(UploadPrefix, StringComparison.Ordinal);

    /// <summary>The document of a paper in a version.</summary>
    /// <exception cref="ArgumentException">The id has no version.</exception>
    public static DocumentId Of(ArxivId paper) =>
        paper.Version is null
            ? throw new ArgumentException($"The document of {paper} needs a version.", nameof(paper))
            : new(ArxivPrefix + paper);

    /// <summary>The document of an uploaded file, by its owner and its bytes.</summary>
    public static DocumentId OfUpload(PersonId owner, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{owner}\n"));
        hash.AppendData(content);
        return new(UploadPrefix + Convert.ToHexStringLower(hash.GetHashAndReset())[..UploadLength]);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out DocumentId id)
    {
        id = default;
        if (text is null)
            return false;
        if (text.StartsWith(ArxivPrefix, StringComparison.Ordinal))
        {
            if (!ArxivId.TryParse(text[ArxivPrefix.Length..], out var paper) || paper.Version is null)
                return false;
            id = Of(paper);
            return true;
        }
        var key = text.StartsWith(UploadPrefix, StringComparison.Ordinal) ? text[UploadPrefix.Length..] : "";
        if (key.Length != UploadLength || !key.All(char.IsAsciiHexDigitLower))
            return false;
        id = new(text);
        return true;
    }

    /// <summary>The paper that it is the text of; null for an upload.</summary>
    public ArxivId? Paper =>
        _text is not null
        && _text.StartsWith(ArxivPrefix, StringComparison.Ordinal)
        && ArxivId.TryParse(_text[ArxivPrefix.Length..], out var paper)
            ? paper
            : null;

    /// <inheritdoc />
    public override string ToString() => _text ?? "";
}
