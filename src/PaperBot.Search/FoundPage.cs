using System.Text;
using PaperBot.Search.Index;
using PaperBot.Search.Passages;

namespace PaperBot.Search;

/// <summary>One page of what the index found.</summary>
/// <param name="Hits">The page.</param>
/// <param name="Total">How many on all pages.</param>
/// <param name="Behind">True when changes wait to be indexed.</param>
/// <param name="Found">All that was found, with the terms.</param>
internal sealed record FoundPage(IReadOnlyList<SearchHit> Hits, int Total, bool Behind, SearchFound Found)
{
    public QuestionMarks Marks { get; } = new(Found.Terms);

    /// <summary>The question with its typing errors mended, in words that stand in the results; null without any.</summary>
    public string? ReadAs(string typed, IEnumerable<string> texts)
    {
        if (Found.Corrected.Count == 0 || Hits.Count == 0)
            return null;
        var surfaces = Surfaces(texts);
        var read = new StringBuilder();
        var at = 0;
        foreach (var (start, end, kind) in TextPieces.Of(typed))
        {
            read.Append(typed, at, start - at);
            var word = typed[start..end];
            at = end;
            if (kind == TextPieceKind.Word && Found.Corrected.TryGetValue(Stem(word), out var stem))
                word = surfaces.GetValueOrDefault(stem, stem);
            read.Append(word);
        }
        return read.Append(typed, at, typed.Length - at).ToString();
    }

    private Dictionary<string, string> Surfaces(IEnumerable<string> texts)
    {
        var wanted = Found.Corrected.Values.ToHashSet(StringComparer.Ordinal);
        var surfaces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        foreach (var (start, end, kind) in TextPieces.Of(text))
            if (kind == TextPieceKind.Word && surfaces.Count < wanted.Count)
            {
                var word = text[start..end];
                if (Stem(word) is var stem && wanted.Contains(stem))
                    surfaces.TryAdd(stem, word.ToLowerInvariant());
            }
        return surfaces;
    }

    private static string Stem(string word) => QueryTerms.All(word) is [var first, ..] ? first.Text : "";
}
