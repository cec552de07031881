namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>What somebody may have meant.</summary>
internal static class NearMiss
{
    private const int MostOffered = 3;

    /// <summary>The candidates that are nearest to what was typed, nearest first; empty when none is near.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> candidates)
    {
        var folded = InputText.Fold(typed);
        return
        [
            .. candidates
                .Select(candidate => (candidate, distance: Distance(folded, InputText.Fold(candidate))))
                .Where(pair => pair.distance < int.MaxValue)
                .OrderBy(pair => pair.distance)
                .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
                .Select(pair => pair.candidate)
                .Take(MostOffered),
        ];
    }

    private static int Distance(string typed, string candidate)
    {
        var allowed = Math.Max(typed.Length, candidate.Length) switch
        {
            < 2 => 0,
            <= 4 => 1,
            <= 8 => 2,
            _ => 3,
        };
        var distance = EditDistance.Between(typed, candidate, allowed);
        if (distance < int.MaxValue)
            return distance;
        var isBeginning = typed.Length >= 2 && candidate.StartsWith(typed, StringComparison.Ordinal);
        return isBeginning ? allowed + 1 : int.MaxValue;
    }
}
