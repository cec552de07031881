namespace PaperBot.Search.Index;

/// <summary>Damerau's distance: letters changed, missing, too many, or two neighbours exchanged.</summary>
internal static class EditDistance
{
    /// <param name="a">A word.</param>
    /// <param name="b">Another.</param>
    /// <param name="most">A greater distance need not be known.</param>
    /// <param name="change">What a changed letter costs.</param>
    /// <returns>The distance; anything above <paramref name="most"/> when it is greater.</returns>
    public static int Of(string a, string b, int most, int change = 1)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        Span<int> beforeLast = stackalloc int[64];
        Span<int> last = stackalloc int[64];
        Span<int> row = stackalloc int[64];
        if (b.Length >= row.Length)
            return most + 1;
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var differs = a[i - 1] == b[j - 1] ? 0 : change;
                var cost = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + differs);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, beforeLast[j - 2] + 1);
                row[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > most)
                return most + 1;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.Length];
    }
}
