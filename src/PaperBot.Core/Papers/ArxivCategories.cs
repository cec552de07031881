using System.Collections.Frozen;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Papers;

/// <summary>arXiv's category taxonomy of 2026 (arxiv.org/category_taxonomy), with aliases and Chinese names.</summary>
public static class ArxivCategories
{
    private const string Resource = "PaperBot.Core.Papers.ArxivCategories.tsv";

    private static readonly FrozenDictionary<string, ArxivCategory> ByName = ReadAll()
        .SelectMany(category => category.Former.Prepend(category.Name).Select(name => (name, category)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.category, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every archive with categories and every category, once, by its canonical name.</summary>
    public static IReadOnlyCollection<ArxivCategory> All { get; } =
    [.. ByName.Values.Distinct().OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Finds a category or archive by its name, an alias, or the archive that it was; case does not matter.</summary>
    public static bool TryFind(string name, out ArxivCategory category)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(name, out category!);
    }

    /// <summary>The canonical name: <c>eess.SY</c> for <c>cs.SY</c>; a name that is not known stays as it is.</summary>
    public static string Canonical(string name) => TryFind(name, out var category) ? category.Name : name;

    /// <summary>What people call a category: <c>Computation and Language</c>; the name itself when it is not known.</summary>
    public static string Describe(string name, Locale locale) =>
        TryFind(name, out var category) ? category.In(locale) : name;

    /// <summary>The part before the dot.</summary>
    public static string ArchiveOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? name : name[..dot];
    }

    private static List<ArxivCategory> ReadAll()
    {
        using var stream = typeof(ArxivCategories).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            rows.Add(line.Split('\t'));
        var archives = rows.Select(row => row[0])
            .Where(name => name.Contains('.', StringComparison.Ordinal))
            .Select(ArchiveOf)
            .ToHashSet(StringComparer.Ordinal);
        return rows.ConvertAll(row => new ArxivCategory(row[0], row[1], row[2], List(row[3]), List(row[4]))
        {
            IsArchive = archives.Contains(row[0]),
        });
    }

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
