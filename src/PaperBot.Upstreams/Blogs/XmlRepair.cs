using System.Globalization;
using System.Text;

namespace PaperBot.Upstreams.Blogs;

/// <summary>A text of XML without what no XML may hold: control characters and ampersands that begin no entity.</summary>
internal static class XmlRepair
{
    private static readonly string[] Entities = ["amp;", "lt;", "gt;", "quot;", "apos;"];

    public static string Of(string list)
    {
        var text = list.Trim('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF')
                continue;
            repaired.Append(c);
            if (c == '&' && !IsEntity(text.AsSpan(i + 1)))
                repaired.Append("amp;");
        }
        return repaired.ToString();
    }

    private static bool IsEntity(ReadOnlySpan<char> rest)
    {
        foreach (var entity in Entities)
            if (rest.StartsWith(entity, StringComparison.Ordinal))
                return true;
        // &#8217; and &#x2019;
        if (rest.Length < 3 || rest[0] != '#')
            return false;
        var isHex = rest[1] is 'x';
        var digits = rest[(isHex ? 2 : 1)..];
        var end = digits[..Math.Min(8, digits.Length)].IndexOf(';');
        return end > 0
            && int.TryParse(
                digits[..end],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
            && Rune.IsValid(value);
    }
}
