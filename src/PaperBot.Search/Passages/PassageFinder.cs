using PaperBot.Core.Articles;

namespace PaperBot.Search.Passages;

/// <summary>
/// Chooses the sentences of a document that say most of a question: every few neighbouring sentences are weighed by the
/// different terms that they have.
/// </summary>
internal static class PassageFinder
{
    /// <summary>A passage is about so long at most, in characters.</summary>
    public const int Longest = 300;

    // More text is not looked at; a book has its passage in the beginning.
    private const int MostRead = 200_000;

    public static TextPassage? Best(IEnumerable<PassageSource> sources, QuestionMarks marks)
    {
        PassageSource? chosen = null;
        var (start, end, best, read) = (0, 0, 0.0, 0);
        foreach (var source in sources)
        {
            if (read > MostRead)
                break;
            read += source.Text.Length;
            var sentences = Sentences.Of(source.Text, Longest);
            var said = sentences.Select(s => marks.Said(source.Text[s.Start..s.End])).ToList();
            for (var i = 0; i < sentences.Count; i++)
            {
                var (weight, last) = Weigh(sentences, said, i);
                weight *= source.IsComment ? 0.5 : 1;
                if (weight > best)
                    (chosen, start, end, best) = (source, sentences[i].Start, sentences[last].End, weight);
            }
        }
        return chosen is null ? null : Passage(chosen, start, end, marks);
    }

    // The sentences from the first on that add something, as long as they fit.
    private static (double Weight, int Last) Weigh(
        IReadOnlyList<(int Start, int End)> sentences,
        List<Dictionary<string, double>> said,
        int first
    )
    {
        var seen = new HashSet<string>(said[first].Keys, StringComparer.Ordinal);
        var weight = said[first].Values.Sum();
        var (sum, last) = (weight, first);
        for (var i = first + 1; weight > 0 && i < sentences.Count; i++)
        {
            if (sentences[i].End - sentences[first].Start > Longest)
                break;
            sum += said[i].Where(term => seen.Add(term.Key)).Sum(term => term.Value);
            if (sum > weight)
                (weight, last) = (sum, i);
        }
        return (weight, last);
    }

    private static TextPassage Passage(PassageSource source, int start, int end, QuestionMarks marks)
    {
        var text = source.Text[start..end];
        var trimmed = text.Trim();
        start += text.IndexOf(trimmed, StringComparison.Ordinal);
        return new(trimmed, marks.In(trimmed))
        {
            Section = source.Section,
            Anchor = source.Anchor,
            IsComment = source.IsComment,
            CutBefore = source.Text[..start].Any(c => !char.IsWhiteSpace(c)),
            CutAfter = source.Text[(start + trimmed.Length)..].Any(c => !char.IsWhiteSpace(c)),
        };
    }
}
