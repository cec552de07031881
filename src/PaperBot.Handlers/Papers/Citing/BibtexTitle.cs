using System.Text;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// A title for BibTeX, whose styles turn words into lower case: what must keep its capitals stands in braces. These are
/// words with a capital inside (BERT, arXiv, DNA-based), words with a formula, and, in titles written like sentences,
/// every capitalised word after the first (Riemann), since only names are capitalised there.
/// </summary>
internal static class BibtexTitle
{
    public static string Of(string title)
    {
        var words = Words(title);
        var sentence = IsSentence(words);
        var latex = new StringBuilder(title.Length + 32);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
                latex.Append(' ');
            var begins = i == 0 || words[i - 1].Text.EndsWith(':');
            latex.Append(Protect(words[i], sentence && !begins));
        }

        return latex.ToString();
    }

    private static string Protect(Word word, bool capitalIsName)
    {
        var letters = word.Text.AsSpan().Trim("\"'“”‘’()[],.;:!?");
        var capitals = word.HasMath || letters.IndexOfAnyInRange('A', 'Z') is var first && HasLater(letters, first);
        if (!capitals && !(capitalIsName && letters.Length > 0 && char.IsUpper(letters[0])))
            return word.Latex;
        // BibTeX keeps the word behind a colon, so the marks stay outside.
        var end = word.Latex.AsSpan().TrimEnd(":,.;!?").Length;
        return $"{{{word.Latex[..end]}}}{word.Latex[end..]}";
    }

    private static bool HasLater(ReadOnlySpan<char> letters, int firstAscii)
    {
        if (firstAscii > 0)
            return true;
        for (var i = 1; i < letters.Length; i++)
            if (char.IsUpper(letters[i]))
                return true;
        return false;
    }

    /// <summary>True when fewer than half of the longer words after the first begin with a capital.</summary>
    private static bool IsSentence(List<Word> words)
    {
        var longer = words.Skip(1).Where(word => !word.HasMath && word.Text.Length > 3).ToList();
        return longer.Count > 0 && longer.Count(word => char.IsUpper(word.Text[0])) * 2 < longer.Count;
    }

    private static List<Word> Words(string title)
    {
        var words = new List<Word>();
        var current = new Word("", "", false);
        foreach (var (part, isMath) in MathParts.Of(PaperText.Unstyled(title)))
        {
            if (isMath)
            {
                current = new(current.Text + part, current.Latex + LatexText.Balanced(part), true);
                continue;
            }

            var pieces = part.Split((char[]?)null);
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                    current = Finish(words, current);
                current = current with
                {
                    Text = current.Text + pieces[i],
                    Latex = current.Latex + LatexText.Escape(pieces[i]),
                };
            }
        }

        Finish(words, current);
        return words;
    }

    private static Word Finish(List<Word> words, Word word)
    {
        if (word.Text.Length > 0)
            words.Add(word);
        return new("", "", false);
    }

    private readonly record struct Word(string Text, string Latex, bool HasMath);
}
