using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Categories by code or name, for the parameters that take a selection: the last part typed is completed.</summary>
internal sealed class CategorySuggestions : ISuggestionSource
{
    private const int LongestLabel = 100;

    public bool Serves(CommandSpec command, Parameter parameter) =>
        parameter is { Kind: ParameterKind.Text, Name: "categories" or "in" };

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        CommandSpec command,
        Parameter parameter,
        string typed,
        Locale locale,
        int most,
        CancellationToken cancellationToken
    )
    {
        var from = typed.LastIndexOf('+') + 1;
        var before = typed[..from];
        var part = typed[from..].Trim();
        var found = ArxivCategories
            .All.Select(category => (category, Rank: Rank(category, part)))
            .Where(entry => entry.Rank < int.MaxValue)
            .OrderBy(entry => entry.Rank)
            .ThenBy(entry => entry.category.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(entry => new Suggestion(Label(before, entry.category, locale), before + entry.category.Name));
        return Task.FromResult<IReadOnlyList<Suggestion>>([.. found]);
    }

    private static int Rank(ArxivCategory category, string part)
    {
        if (category.Name.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            return 0;
        string[] words = [category.Name, category.English, category.Chinese, .. category.Former, .. category.Also];
        return words.Any(word => word.Contains(part, StringComparison.OrdinalIgnoreCase)) ? 1 : int.MaxValue;
    }

    private static string Label(string before, ArxivCategory category, Locale locale) =>
        ShortText.Of($"{before}{category.Name} ({category.In(locale)})", LongestLabel);
}
