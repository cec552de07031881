using System.Diagnostics.CodeAnalysis;
using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Papers;

public sealed partial record CategorySelection
{
    /// <summary>As many categories as one selection may name.</summary>
    public const int Most = 50;

    /// <summary>
    /// Reads <c>cs.AI+cs.LG-cs.CY</c>, also with spaces and commas, names in English and Chinese, aliases, whole
    /// archives. <c>-</c> takes away the one category behind it; a word (<c>not</c>, <c>except</c>, <c>排除</c>,
    /// <c>除了</c>) all that follow it up to a <c>+</c>. Of several known names at a place the longest counts:
    /// <c>hep-th-gr-qc</c> is <c>hep-th</c> without <c>gr-qc</c>.
    /// </summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="selection">The selection, in canonical names.</param>
    /// <param name="error">What is wrong: it names the part that is not known and, where there is one, a near miss.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out CategorySelection? selection,
        [NotNullWhen(false)] out Error? error
    )
    {
        var reader = new CategorySelectionReader(text ?? "");
        error = reader.Read();
        selection = error is null ? new(reader.Included, reader.Excluded) : null;
        return error is null;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a selection.</exception>
    public static CategorySelection Parse(string text) =>
        TryParse(text, out var selection, out _)
            ? selection
            : throw new FormatException("The text is not a selection of categories.");

    /// <summary>Whether a paper in these categories belongs to the selection.</summary>
    /// <param name="categories">As arXiv names them; aliases count as what they stand for.</param>
    public bool Matches(IEnumerable<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var isIn = false;
        foreach (var category in categories)
        {
            if (Excluded.Any(name => Covers(name, category)))
                return false;
            isIn |= Included.Any(name => Covers(name, category));
        }

        return isIn;
    }

    /// <summary>True when one of the categories is excluded.</summary>
    public bool Excludes(IEnumerable<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return categories.Any(category => Excluded.Any(name => Covers(name, category)));
    }

    private static bool Covers(string name, string category)
    {
        var canonical = ArxivCategories.Canonical(category);
        // A paper in cs.SY is in the archive cs although the canonical name of that category is eess.SY.
        return name.Equals(canonical, StringComparison.OrdinalIgnoreCase)
            || name.Equals(ArxivCategories.ArchiveOf(canonical), StringComparison.OrdinalIgnoreCase)
            || name.Equals(ArxivCategories.ArchiveOf(category), StringComparison.OrdinalIgnoreCase);
    }
}
