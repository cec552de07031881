namespace PaperBot.Markdown.Source;

/// <summary>What stands before a line's own text: indentation, quotation marks, list marks.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Quotes">Quotation marks (<c>&gt;</c>) among them.</param>
/// <param name="HasList">Whether a list item begins here.</param>
internal readonly record struct LinePrefix(int Length, int Quotes, bool HasList)
{
    public static LinePrefix Read(ReadOnlySpan<char> line)
    {
        var at = 0;
        var quotes = 0;
        var list = false;
        while (at < line.Length)
        {
            var c = line[at];
            if (c is ' ' or '\t')
            {
                at++;
            }
            else if (c == '>')
            {
                quotes++;
                at++;
            }
            else if (MarkerLength(line[at..]) is > 0 and var marker)
            {
                list = true;
                at += marker;
            }
            else
            {
                break;
            }
        }
        return new(at, quotes, list);
    }

    private static int MarkerLength(ReadOnlySpan<char> rest)
    {
        var mark = 0;
        while (mark < rest.Length && mark < 9 && char.IsAsciiDigit(rest[mark]))
            mark++;
        var bullet = mark == 0 && rest[0] is '-' or '*' or '+';
        var number = mark > 0 && mark < rest.Length && rest[mark] is '.' or ')';
        return (bullet || number) && mark + 1 < rest.Length && rest[mark + 1] is ' ' or '\t' ? mark + 1 : 0;
    }
}
