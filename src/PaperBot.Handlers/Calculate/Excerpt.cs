using System.Text;

namespace PaperBot.Handlers.Calculate;

/// <summary>The line of an input in which something is wrong, with carets under it, as a code block.</summary>
internal static class Excerpt
{
    private const int MostBefore = 40;
    private const int MostAfter = 30;
    private const char WideSpace = '\u3000';

    public static string Of(string input, int position, int length)
    {
        position = Math.Clamp(position, 0, input.Length);
        var start = position == 0 ? 0 : input.LastIndexOf('\n', position - 1) + 1;
        var end = input.IndexOf('\n', position);
        if (end < 0)
            end = input.Length;
        var from = Whole(input, Math.Max(start, position - MostBefore));
        var to = Whole(input, Math.Min(end, position + MostAfter));
        var marked = Math.Clamp(length, 1, Math.Max(1, to - position));
        var shown = new StringBuilder(from > start ? "…" : "");
        var below = new StringBuilder(from > start ? " " : "");
        for (var i = from; i < to; i++)
            shown.Append(char.IsControl(input[i]) ? ' ' : input[i]);
        for (var i = from; i < position; i++)
            below.Append(Blank(input[i]));
        shown.Append(to < end ? "…" : "");
        below.Append('^', marked);
        var fence = "```";
        while (shown.ToString().Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}\n{shown}\n{below}\n{fence}";
    }

    /// <summary>Not between the halves of a character.</summary>
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    /// <summary>As wide as the character in a font in which Chinese characters take two columns.</summary>
    private static string Blank(char c) =>
        char.IsLowSurrogate(c) ? ""
        : char.IsHighSurrogate(c) || c is (>= '\u2E80' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFF60')
            ? WideSpace.ToString()
        : " ";
}
