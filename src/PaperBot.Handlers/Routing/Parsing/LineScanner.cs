using System.Text;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>Reads words, quoted values and keys from a line, one after the other.</summary>
internal sealed class LineScanner(string text, int position)
{
    private const int LongestKey = 40;

    /// <summary>Opening quotes and what may close them. Phones mix curly ones; straight ones are what we write.</summary>
    private static readonly (string Open, string Close)[] Quotes =
    [
        ("\"", "\""),
        ("“”„‟＂", "\"“”＂"),
        ("‘", "’"),
        ("«", "»"),
        ("「", "」"),
        ("『", "』"),
        ("《", "》"),
    ];

    private int _unclosed;

    /// <summary>Where the next character is read.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Skips white space.</summary>
    /// <returns>False at the end of the line.</returns>
    public bool SkipSpace()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
            Position++;
        return Position < text.Length;
    }

    /// <summary>The key before a colon here, folded, and where its value begins; null when here is no key.</summary>
    public (string Key, int ValueAt)? PeekKey()
    {
        var end = Position;
        while (end < text.Length && end - Position <= LongestKey && IsKeyCharacter(text[end]))
            end++;
        if (end == Position || end >= text.Length || text[end] is not (':' or '：'))
            return null;
        return (InputText.Fold(text[Position..end]), end + 1);
    }

    public void MoveTo(int position) => Position = position;

    /// <summary>What follows here, exactly as it stands.</summary>
    public string Rest()
    {
        var rest = text[Position..];
        Position = text.Length;
        return rest;
    }

    /// <summary>A quoted value or a word.</summary>
    public Token ReadValue() => TryReadQuoted(out var token) ? token : new Token(ReadWord(), Quoted: false);

    /// <summary>The characters up to the next white space.</summary>
    public string ReadWord()
    {
        var start = Position;
        while (Position < text.Length && !char.IsWhiteSpace(text[Position]))
            Position++;
        return text[start..Position];
    }

    /// <summary>A quote closes only before white space or the end, so that apostrophes and inches stay text.</summary>
    private bool TryReadQuoted(out Token token)
    {
        token = default;
        if (Position >= text.Length)
            return false;
        var kind = Array.FindIndex(Quotes, q => q.Open.Contains(text[Position], StringComparison.Ordinal));
        // One that found no end tells that no later one will: a line of opening quotes is not read again and again.
        if (kind < 0 || (_unclosed & (1 << kind)) != 0)
            return false;
        var close = Quotes[kind].Close;
        var value = new StringBuilder();
        for (var i = Position + 1; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\' && next is '"' or '\\')
            {
                value.Append(next);
                i++;
            }
            else if (close.Contains(text[i], StringComparison.Ordinal) && (next == '\0' || char.IsWhiteSpace(next)))
            {
                Position = i + 1;
                token = new Token(value.ToString(), Quoted: true);
                return true;
            }
            else
                value.Append(text[i]);
        }
        _unclosed |= 1 << kind;
        return false;
    }

    private static bool IsKeyCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '－' or '＿';
}
