namespace PaperBot.Search.Passages;

/// <summary>
/// Cuts a text into sentences. A formula is never cut; a sentence that is too long is cut at a space, a comma or, where
/// there is none, anywhere between two characters.
/// </summary>
internal static class Sentences
{
    public static IReadOnlyList<(int Start, int End)> Of(string text, int longest)
    {
        var sentences = new List<(int, int)>();
        var (start, pause) = (0, 0);
        for (var at = 0; at < text.Length; )
        {
            var formula = text[at] == '$' ? TextPieces.FormulaEnd(text, at) : 0;
            var next = formula > at ? formula : at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
            if (next - start > longest && at > start)
            {
                var cut = pause > start ? pause : at;
                sentences.Add((start, cut));
                start = cut;
            }
            if (formula <= at && IsEnd(text, at))
            {
                sentences.Add((start, next));
                start = next;
            }
            else if (formula <= at && (char.IsWhiteSpace(text[at]) || text[at] is '，' or '、' or '；'))
                pause = next;
            at = next;
        }
        if (start < text.Length)
            sentences.Add((start, text.Length));
        return sentences;
    }

    private static bool IsEnd(string text, int at) =>
        text[at] is '。' or '！' or '？' or '\n'
        || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
}
