using System.Buffers;
using System.Text;

namespace PaperBot.Upstreams.Blogs;

/// <summary>A page's or a list's bytes as text: by the byte order mark, the header, its own word, and UTF-8 otherwise.</summary>
internal static class PageText
{
    private const int Head = 2_048;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' />;?\r\n");

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Of(PageAnswer answer)
    {
        var encoding = Named(answer.Charset) ?? Declared(answer.Body) ?? Encoding.UTF8;
        using var reader = new StreamReader(new MemoryStream(answer.Body), encoding);
        return reader.ReadToEnd();
    }

    // <meta charset=…> of a page, <?xml encoding="…"?> of a list.
    private static Encoding? Declared(byte[] body)
    {
        var head = Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, Head)));
        var word = head.TrimStart().StartsWith("<?xml", StringComparison.Ordinal) ? "encoding=" : "charset=";
        var at = head.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = head[(at + word.Length)..].TrimStart('"', '\'', ' ');
        var end = name.AsSpan().IndexOfAny(NameEnds);
        // Whoever could read so far does not write two bytes a letter, whatever it says.
        return end > 0 && Named(name[..end]) is { } found && found.GetByteCount("<") == 1 ? found : null;
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        try
        {
            return Encoding.GetEncoding(name.Trim());
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A name that nobody knows, or one that .NET refuses (UTF-7).
            return null;
        }
    }
}
