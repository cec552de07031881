using System.Text;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>The beginning of a text with formulas: words are not cut, nor are formulas.</summary>
internal static class CutText
{
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var cut = new StringBuilder(longest + 1);
        foreach (var (part, isMath) in MathParts.Of(text))
        {
            var room = longest - cut.Length;
            if (part.Length <= room)
            {
                cut.Append(part);
                continue;
            }
            if (!isMath && room > 1)
                cut.Append(ShortText.Of(part, room).TrimEnd('…'));
            break;
        }
        return cut.ToString().TrimEnd() is { Length: > 0 } beginning ? beginning + "…" : "";
    }
}
