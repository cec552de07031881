using System.Runtime.CompilerServices;
using PaperBot.Core.Documents;

namespace PaperBot.Search.Evidence;

/// <summary>A document as the finder sees it. Made once for a document and kept as long as that is.</summary>
internal sealed class DocumentTerms
{
    /// <summary>How long a stretch is, in words.</summary>
    public const int StretchWords = 200;

    private static readonly ConditionalWeakTable<PaperDocument, DocumentTerms> Known = [];

    private DocumentTerms(PaperDocument document)
    {
        Document = document;
        Passages = [.. document.Passages.Where(passage => passage.Kind != PassageKind.Reference)];
        Terms = [.. Passages.Select(passage => TermCounts.Of(EvidenceTerms.Of(passage.Text)))];
        Words = [.. Passages.Select(passage => Math.Max(Sentences.CountWords(passage.Text), 1))];
        SectionTerms = [.. document.Sections.Select(section => EvidenceTerms.Of(section.Title).ToHashSet())];
        Stretches = Cut();
    }

    public PaperDocument Document { get; }

    /// <summary>All but the references.</summary>
    public Passage[] Passages { get; }

    /// <summary>By passage.</summary>
    public TermCounts[] Terms { get; }

    /// <summary>By passage.</summary>
    public int[] Words { get; }

    /// <summary>The terms of the title, by section of the document.</summary>
    public HashSet<string>[] SectionTerms { get; }

    /// <summary>One that begins with each passage, as far as its section's end.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    public static DocumentTerms Of(PaperDocument document) => Known.GetValue(document, made => new(made));

    private List<Stretch> Cut()
    {
        var stretches = new List<Stretch>();
        var covered = 0;
        for (var from = 0; from < Passages.Length; from++)
        {
            var (to, words) = (from, 0);
            while (
                to < Passages.Length
                && Passages[to].Section == Passages[from].Section
                && (words == 0 || words + Words[to] <= StretchWords)
            )
                words += Words[to++];
            // The tail of a section is in the stretch before.
            if (to <= covered)
                continue;
            covered = to;
            stretches.Add(new(this, from, to, words, TermCounts.Of(Terms[from..to])));
        }
        return stretches;
    }
}
