namespace PaperBot.Core.Documents;

/// <summary>
/// Finds in documents what bears on a question, by words alone: no model, no network. References are never evidence.
/// Both give nothing when no word of the question that carries meaning is found.
/// </summary>
public interface IEvidenceFinder
{
    /// <summary>Stretches that bear on the question, best first; together at most about 1,000 words for 5.</summary>
    IReadOnlyList<Evidence> Find(EvidenceQuery query);

    /// <summary>
    /// Single sentences that answer the question as well as sentences can, best first and without near repetitions:
    /// for answers without a model.
    /// </summary>
    IReadOnlyList<TellingSentence> Sentences(EvidenceQuery query);
}
