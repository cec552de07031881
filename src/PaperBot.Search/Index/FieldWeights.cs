namespace PaperBot.Search.Index;

/// <summary>How much a term counts in each field; one setting for every collection and both languages.</summary>
internal static class FieldWeights
{
    public const string Sql = "bm25(terms, 2.0, 1.5, 1.3, 1.0, 0.3)";
}
