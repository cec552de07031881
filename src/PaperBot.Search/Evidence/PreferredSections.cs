using PaperBot.Core.Documents;

namespace PaperBot.Search.Evidence;

/// <summary>Sections that are more likely to hold an answer, by words of their titles.</summary>
internal sealed class PreferredSections(IReadOnlyList<string> words)
{
    private const double Weight = 0.5;

    private readonly HashSet<string> _terms = [.. words.SelectMany(EvidenceTerms.Of)];
    private readonly bool _abstract = words.Contains("abstract", StringComparer.OrdinalIgnoreCase);

    public bool Any => _terms.Count > 0;

    /// <summary>1, or more in a section that is preferred; subsections count by their own title or their parent's.</summary>
    public double Factor(DocumentTerms document, Passage passage)
    {
        if (!Any)
            return 1;
        if (_abstract && passage.Kind == PassageKind.Abstract)
            return 1 + Weight;
        var level = int.MaxValue;
        for (var i = passage.Section; i >= 0 && level > 1; i--)
        {
            var section = document.Document.Sections[i];
            if (section.Level >= level)
                continue;
            level = section.Level;
            if (document.SectionTerms[i].Overlaps(_terms))
                return 1 + Weight;
        }
        return 1;
    }

    public double Factor(Stretch stretch) => Factor(stretch.In, stretch.In.Passages[stretch.From]);
}
