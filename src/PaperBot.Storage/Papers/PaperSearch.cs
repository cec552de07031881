using System.Globalization;
using Dapper;

namespace PaperBot.Storage.Papers;

/// <summary>
/// The statement for a search: every word must be somewhere; titles that hold the most of the words come first, whole
/// words before parts, the whole phrase before scattered words, short titles before long ones.
/// </summary>
internal sealed record PaperSearch(string Sql, DynamicParameters Values)
{
    private const int MostWords = 20;
    private const int LongestWord = 200;

    /// <returns>Null when nothing of the words is left after folding.</returns>
    public static PaperSearch? Of(IReadOnlyList<string> words, int most)
    {
        var folded = words
            .Select(word => SearchText.Fold(word.Length > LongestWord ? word[..LongestWord] : word).Trim())
            .Where(word => word.Length > 0)
            .Take(MostWords)
            .ToList();
        if (folded.Count == 0)
            return null;

        // Folded words hold letters, digits and spaces only, so nothing in them means something to LIKE.
        var values = new DynamicParameters();
        var found = new List<string>();
        var score = new List<string>();
        for (var i = 0; i < folded.Count; i++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"@part{i}");
            var whole = string.Create(CultureInfo.InvariantCulture, $"@whole{i}");
            values.Add(part, $"%{folded[i]}%");
            values.Add(whole, $"% {folded[i]} %");
            found.Add($"search_text LIKE {part}");
            score.Add(Points(part, 2));
            score.Add(Points(whole, 1));
        }
        var phrase = string.Join(' ', folded);
        values.Add("phrase", $"%{phrase}%");
        values.Add("title", $" {phrase} ");
        score.Add(Points("@phrase", 1));
        score.Add(Points("@title", 3));
        values.Add("most", most);
        return new(
            $"SELECT {PaperRow.Columns} FROM papers WHERE latest = 1 AND {string.Join(" AND ", found)} "
                + $"ORDER BY {string.Join(" + ", score)} DESC, length(search_title), change DESC LIMIT @most",
            values
        );
    }

    private static string Points(string pattern, int points) =>
        string.Create(CultureInfo.InvariantCulture, $"CASE WHEN search_title LIKE {pattern} THEN {points} ELSE 0 END");
}
