using PaperBot.Core.Documents;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>Which sentence of a cited passage a claim most likely rests on.</summary>
internal static class NearestSentence
{
    private const int ShortestWord = 4;

    /// <summary>Its number, from 0: the one that shares most words with the claim.</summary>
    public static int Of(Passage passage, string claim)
    {
        var said = Words.Of(claim).ToHashSet();
        var sentences = Sentences.Of(passage.Text);
        var (best, most) = (0, -1.0);
        for (var i = 0; i < sentences.Count; i++)
        {
            var words = Words.Of(sentences[i]).Where(word => word.Length >= ShortestWord || char.IsDigit(word[0]));
            double shared = words.Distinct().Count(said.Contains);
            if (shared > most)
                (best, most) = (i, shared);
        }
        return best;
    }
}
