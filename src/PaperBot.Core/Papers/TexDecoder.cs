using System.Text;

namespace PaperBot.Core.Papers;

/// <summary>Decodes TeX outside formulas: one pass, no nesting, unknown commands stay.</summary>
internal static class TexDecoder
{
    private const int LongestCommand = 16;
    private const int LongestArgument = 1000;

    /// <summary>Appends the decoded text.</summary>
    public static void Decode(ReadOnlySpan<char> text, StringBuilder to)
    {
        for (var i = 0; i < text.Length; )
        {
            var rest = text[i..];
            switch (rest[0])
            {
                case '{' when TryGroup(rest, out var decoded, out var length):
                case '\\' when TryCommand(rest, out decoded, out length):
                    to.Append(decoded);
                    i += length;
                    break;
                case '`' when rest is ['`', '`', ..]:
                    to.Append('“');
                    i += 2;
                    break;
                case '\'' when rest is ['\'', '\'', ..]:
                    to.Append('”');
                    i += 2;
                    break;
                case '~' when IsTie(text, i):
                    to.Append(' ');
                    i++;
                    break;
                default:
                    to.Append(rest[0]);
                    i++;
                    break;
            }
        }
    }

    /// <summary><c>{\"o}</c>: a group that holds one command and nothing else.</summary>
    private static bool TryGroup(ReadOnlySpan<char> text, out string decoded, out int length)
    {
        decoded = "";
        length = 0;
        if (text.Length < 3 || text[1] != '\\' || !TryCommand(text[1..], out decoded, out var inner))
            return false;
        length = inner + 2;
        return inner + 1 < text.Length && text[inner + 1] == '}';
    }

    private static bool TryCommand(ReadOnlySpan<char> text, out string decoded, out int length)
    {
        decoded = "";
        length = 0;
        if (text.Length < 2)
            return false;
        if (!char.IsAsciiLetter(text[1]))
            return TryMark(text, out decoded, out length);
        var name = 1;
        while (name < text.Length && name <= LongestCommand && char.IsAsciiLetter(text[name]))
            name++;
        var command = text[1..name];
        if (command.Length == 1 && TexSymbols.Accents.TryGetValue(command[0], out var accent))
            return TryAccent(text, name, accent, out decoded, out length);
        if (TexSymbols.Styles.Contains(command) && TryArgument(text[name..], out var argument, out var used))
        {
            decoded = argument.ToString();
            length = name + used;
            return true;
        }

        if (!TexSymbols.Named.TryGetValue(command, out var symbol))
            return false;
        decoded = symbol;
        length = name + SpaceAfter(text[name..]);
        return true;
    }

    /// <summary><c>\'e</c>, <c>\&amp;</c>, <c>\ </c>.</summary>
    private static bool TryMark(ReadOnlySpan<char> text, out string decoded, out int length)
    {
        decoded = "";
        length = 2;
        if (TexSymbols.Accents.TryGetValue(text[1], out var accent))
            return TryAccent(text, 2, accent, out decoded, out length);
        if (text[1] is ' ' or ',' or ';' or ':')
            decoded = " ";
        else if (text[1] is '&' or '%' or '#' or '_' or '$')
            decoded = text[1].ToString();
        else
            return text[1] is '-' or '/' or '!';
        return true;
    }

    /// <summary>The letter behind an accent: <c>e</c>, <c>{e}</c>, <c>\i</c>, <c>{\i}</c>, with spaces before it.</summary>
    private static bool TryAccent(ReadOnlySpan<char> text, int at, char accent, out string decoded, out int length)
    {
        decoded = "";
        length = 0;
        var isWord = char.IsAsciiLetter(text[at - 1]);
        var i = at;
        while (i < text.Length && text[i] == ' ')
            i++;
        var isBraced = i < text.Length && text[i] == '{';
        if (isWord && i == at && !isBraced)
            return false;
        if (isBraced)
            i++;
        var isCommand = i < text.Length && text[i] == '\\';
        if (isCommand)
            i++;
        if (i >= text.Length || !char.IsLetter(text[i]))
            return false;
        var letter = text[i++];
        if (isBraced && (i >= text.Length || text[i++] != '}'))
            return false;
        if (isCommand && !isBraced)
            i += SpaceAfter(text[i..]);
        decoded = $"{letter}{accent}".Normalize(NormalizationForm.FormC);
        length = i;
        return decoded.Length == 1 || !isWord;
    }

    private static bool TryArgument(ReadOnlySpan<char> text, out ReadOnlySpan<char> argument, out int length)
    {
        argument = [];
        length = text[..Math.Min(text.Length, LongestArgument)].IndexOf('}') + 1;
        if (text is not ['{', ..] || length == 0 || text[1..length].Contains('{'))
            return false;
        argument = text[1..(length - 1)];
        return true;
    }

    /// <summary>A command swallows the one space or the empty group that ends it.</summary>
    private static int SpaceAfter(ReadOnlySpan<char> text) =>
        text is [' ', ..] ? 1
        : text is ['{', '}', ..] ? 2
        : 0;

    /// <summary>True for <c>Fig.~3</c> and <c>R.~Smith</c>, not for <c>~5 GeV</c> or <c>/~name</c>.</summary>
    private static bool IsTie(ReadOnlySpan<char> text, int i)
    {
        if (i == 0 || i + 1 == text.Length)
            return false;
        var (before, after) = (text[i - 1], text[i + 1]);
        return (char.IsLetter(before) || before == '.') && (char.IsLetterOrDigit(after) || after is '\\' or '$');
    }
}
