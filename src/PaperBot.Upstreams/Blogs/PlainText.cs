using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Texts without mark-up and with one space between words.</summary>
internal static partial class PlainText
{
    /// <summary>What a feed's field says, mark-up taken out; null for nothing.</summary>
    public static string? OfHtml(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = text;
        try
        {
            if (plain.Contains('<', StringComparison.Ordinal))
                plain = Tag().Replace(plain, " ");
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
        plain = Fold(WebUtility.HtmlDecode(plain));
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>White space of any kind and length becomes one space; control characters go.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                space = true;
            else if (!char.IsControl(c) && c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                if (space && folded.Length > 0)
                    folded.Append(' ');
                space = false;
                folded.Append(c);
            }
        }
        return folded.ToString();
    }

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,2000}>", RegexOptions.None, 500)]
    private static partial Regex Tag();
}
