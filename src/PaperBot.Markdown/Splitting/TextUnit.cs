using System.Text;

namespace PaperBot.Markdown.Splitting;

/// <summary>What a platform counts when it limits a message's length.</summary>
public abstract class TextUnit
{
    private TextUnit() { }

    /// <summary>Unicode characters (code points).</summary>
    public static TextUnit Characters { get; } = new CodePointUnit();

    /// <summary>UTF-16 code units, as .NET and JavaScript count.</summary>
    public static TextUnit Utf16 { get; } = new Utf16Unit();

    /// <summary>Bytes of UTF-8.</summary>
    public static TextUnit Utf8Bytes { get; } = new Utf8Unit();

    /// <summary>The text's length in this unit.</summary>
    public abstract int Measure(ReadOnlySpan<char> text);

    private sealed class CodePointUnit : TextUnit
    {
        public override int Measure(ReadOnlySpan<char> text)
        {
            var count = text.Length;
            for (var i = 1; i < text.Length; i++)
                if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                    count--;
            return count;
        }
    }

    private sealed class Utf16Unit : TextUnit
    {
        public override int Measure(ReadOnlySpan<char> text) => text.Length;
    }

    private sealed class Utf8Unit : TextUnit
    {
        public override int Measure(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);
    }
}
