using PaperBot.Core.Documents;

namespace PaperBot.Handlers.Questions.Evidence;

/// <summary>A sentence with the two before and the two behind it, as far as its section goes.</summary>
/// <param name="Before">What stands before it; may be empty.</param>
/// <param name="Sentence">Word for word.</param>
/// <param name="After">What stands behind it; may be empty.</param>
internal sealed record SentenceAround(string Before, string Sentence, string After)
{
    private const int Around = 2;

    /// <summary>The sentence of that number (from 0) in a passage; null when the passage is not in the document.</summary>
    public static SentenceAround? Of(PaperDocument document, Passage passage, int number)
    {
        var section = document
            .Passages.Where(other => other.Section == passage.Section && other.Kind == passage.Kind)
            .SelectMany(other => Sentences.Of(other.Text).Select((text, index) => (other.Key, index, text)))
            .ToList();
        var at = section.FindIndex(found => found.Key == passage.Key && found.index == number);
        if (at < 0)
            return null;
        var from = Math.Max(0, at - Around);
        return new(
            string.Join(' ', section[from..at].Select(found => found.text)),
            section[at].text,
            string.Join(' ', section.Skip(at + 1).Take(Around).Select(found => found.text))
        );
    }

    /// <summary>Which sentence of a passage a text is; 0 when it is none.</summary>
    public static int NumberOf(Passage passage, string sentence) =>
        Math.Max(0, Sentences.Of(passage.Text).ToList().IndexOf(sentence));
}
