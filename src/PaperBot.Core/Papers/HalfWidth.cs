namespace PaperBot.Core.Papers;

/// <summary>Full-width letters, digits and marks, as phone keyboards write them, as ASCII.</summary>
internal static class HalfWidth
{
    /// <summary>The ASCII character of the same meaning, or the character itself.</summary>
    public static char Of(char c) =>
        c switch
        {
            >= '\uff01' and <= '\uff5e' => (char)(c - '\uff01' + '!'),
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => c,
        };
}
