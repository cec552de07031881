namespace PaperBot.Core.Papers;

/// <summary>Guesses which category somebody meant.</summary>
internal static class CategoryNearMiss
{
    /// <summary>The likeliest canonical name; null when nothing is near.</summary>
    public static string? Of(string part)
    {
        var best = (Name: (string?)null, Distance: int.MaxValue);
        var limit = Math.Max(1, part.Length / 3);
        foreach (var category in ArxivCategories.All)
        {
            string[] words = [category.Name, .. category.Former, category.English, category.Chinese, .. category.Also];
            foreach (var word in words)
            {
                var distance = Distance(part, word, limit);
                if (distance < best.Distance)
                    best = (category.Name, distance);
            }
        }

        return best.Name;
    }

    /// <summary>0 for the end of a name, else the edits; a beginning is better than nothing.</summary>
    private static int Distance(string part, string word, int limit)
    {
        if (HasEnd(word, part) || HasEnd(part, word))
            return 0;
        if (Math.Abs(part.Length - word.Length) <= limit && Edits(part, word) is var edits && edits <= limit)
            return edits;
        return HasBeginning(word, part) || HasBeginning(part, word) ? int.MaxValue - 1 : int.MaxValue;
    }

    /// <summary>True for <c>AI</c> in <c>cs.AI</c> and <c>quant-ph</c> in <c>physics.quant-ph</c>.</summary>
    private static bool HasEnd(string whole, string end) =>
        end.Length > 1
        && whole.Length > end.Length
        && whole[^(end.Length + 1)] is '.' or '-'
        && whole.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for <c>hep</c> in <c>hep-th</c> and <c>cs</c> in <c>cs.XX</c>.</summary>
    private static bool HasBeginning(string whole, string beginning) =>
        beginning.Length > 1
        && whole.Length > beginning.Length
        && whole[beginning.Length] is '.' or '-' or ' '
        && whole.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + cost, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[b.Length];
    }
}
