using System.Text;

namespace PaperBot.Upstreams.Blogs;

/// <summary>A text of XML without what no XML may hold: control characters and ampersands that begin no entity.</summary>
internal static class XmlRepair
{
    private static readonly string[] Entities = ["amp;", "lt;", "gt;", "quot;", "apos;", "#"];

    public static string Of(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF');
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF')
                continue;
            repaired.Append(c);
            if (c == '&' && !Array.Exists(Entities, e => string.CompareOrdinal(text, i + 1, e, 0, e.Length) == 0))
                repaired.Append("amp;");
        }
        return repaired.ToString();
    }
}
