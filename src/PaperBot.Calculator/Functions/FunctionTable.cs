using System.Collections.Frozen;

namespace PaperBot.Calculator.Functions;

/// <summary>All functions by name and alias. A new function is a new entry in one of the lists named here.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionEntry> Entries = Collect();

    public static IEnumerable<FunctionEntry> All => Entries.Values.Distinct();

    public static FunctionEntry? Find(string name) => Entries.GetValueOrDefault(name);

    public static bool Contains(string name) => Entries.ContainsKey(name);

    /// <summary>Known names that look like the one that was typed, nearest first.</summary>
    public static string? Nearest(string name)
    {
        string? best = null;
        var least = name.Length <= 3 ? 2 : 3;
        foreach (var known in Entries.Keys.Order(StringComparer.Ordinal))
        {
            var distance = char.IsLetter(known[0]) ? Distance(name, known, least) : least;
            if (distance < least)
            {
                least = distance;
                best = known;
            }
        }

        return best;
    }

    private static FrozenDictionary<string, FunctionEntry> Collect()
    {
        var entries = new Dictionary<string, FunctionEntry>(StringComparer.Ordinal);
        foreach (var list in FunctionLists.All)
        {
            foreach (var entry in list)
            {
                entries.Add(entry.Name, entry);
                foreach (var alias in entry.Aliases)
                    entries.Add(alias, entry);
            }
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) >= most || a.Length > 40)
            return most;
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }

            previous = current;
        }

        return previous[^1];
    }
}
