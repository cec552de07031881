namespace PaperBot.Search.Evidence;

/// <summary>Passages that follow each other in a section.</summary>
/// <param name="In">Whose.</param>
/// <param name="From">The first.</param>
/// <param name="To">Behind the last.</param>
/// <param name="Words">How many words.</param>
/// <param name="Terms">Of all of them.</param>
internal sealed record Stretch(DocumentTerms In, int From, int To, int Words, TermCounts Terms)
{
    public int Section => In.Passages[From].Section;
}
