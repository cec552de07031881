using System.Text;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>What people type, without the characters that nobody sees and that only do harm.</summary>
internal static class InputText
{
    /// <summary>
    /// Line ends become <c>\n</c>; other control characters, marks of writing direction, zero-width spaces and halves
    /// of surrogate pairs go. What is left is as it was typed.
    /// </summary>
    public static string Clean(string text)
    {
        var start = IndexOfUnwanted(text, 0);
        if (start < 0)
            return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, start);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            else if (c is '\r' or '\u0085' or '\u2028' or '\u2029')
                clean.Append('\n');
            else if (!IsUnwanted(c))
                clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>Full-width letters, digits and signs as their ASCII counterparts, for names, numbers and choices.</summary>
    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (folded, source) =>
            {
                for (var i = 0; i < folded.Length; i++)
                {
                    folded[i] = source[i] switch
                    {
                        >= '！' and <= '～' => char.ToLowerInvariant((char)(source[i] - 0xFEE0)),
                        '\u3000' => ' ',
                        '。' => '.',
                        var c => char.ToLowerInvariant(c),
                    };
                }
            }
        );

    /// <summary>A short form for showing it back in an error.</summary>
    public static string Shorten(string text, int most = 40)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    /// <summary>True for Chinese characters, which are written without spaces between words.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static int IndexOfUnwanted(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c) || c is '\u2028' or '\u2029' || IsUnwanted(c))
                return i;
        }
        return -1;
    }

    private static bool IsUnwanted(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t'))
        || char.IsSurrogate(c)
        || c
            is '\u061C'
                or '\u200B'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F')
                or '\uFEFF'
                or '\uFFFE'
                or '\uFFFF';
}
