using PaperBot.Search.Index;

namespace PaperBot.Search.Ranking;

/// <summary>A document's terms with weights, in the order of their codes.</summary>
internal sealed class TermVector
{
    // The beginning says what a text is about; a book is not compared to its end.
    private const int Most = 2_000;

    private readonly uint[] _terms;
    private readonly double[] _weights;

    private TermVector(uint[] terms, double[] weights) => (_terms, _weights) = (terms, weights);

    /// <summary>How often each term is there, those of the title twice.</summary>
    public static TermVector Of(byte[] blob)
    {
        var list = TermList.Read(blob);
        var title = list.Slice(TermList.Fields, (int)list[0]);
        var text = list[TermList.Fields..];
        uint[] codes = [.. title[..Math.Min(Most, title.Length)], .. text[..Math.Min(Most, text.Length)]];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = TermCode.WithoutPosition(codes[i]);
        Array.Sort(codes);
        var (terms, counts) = (new List<uint>(codes.Length), new List<double>(codes.Length));
        foreach (var code in codes)
            if (terms.Count > 0 && terms[^1] == code)
                counts[^1]++;
            else
            {
                terms.Add(code);
                counts.Add(1);
            }
        return new([.. terms], [.. counts]);
    }

    /// <summary>Makes weights of the counts, by how few of the documents have a term, and the lengths one.</summary>
    public static void WeighTogether(IReadOnlyList<TermVector> vectors)
    {
        var having = new Dictionary<uint, int>();
        foreach (var vector in vectors)
        foreach (var term in vector._terms)
            having[term] = having.GetValueOrDefault(term) + 1;
        foreach (var vector in vectors)
        {
            var weights = vector._weights;
            for (var i = 0; i < weights.Length; i++)
                weights[i] = (1 + Math.Log(weights[i])) * Math.Log((vectors.Count + 1.0) / having[vector._terms[i]]);
            var length = Math.Sqrt(weights.Sum(weight => weight * weight));
            for (var i = 0; length > 0 && i < weights.Length; i++)
                weights[i] /= length;
        }
    }

    /// <summary>The cosine of the angle between two.</summary>
    public double Likeness(TermVector other)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < _terms.Length && j < other._terms.Length)
        {
            var (a, b) = (_terms[i], other._terms[j]);
            if (a == b)
                sum += _weights[i] * other._weights[j];
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum;
    }
}
