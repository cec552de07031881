namespace PaperBot.Markdown.Source;

/// <summary>The opening line of a fenced block.</summary>
/// <param name="Prefix">Length of what stands before the fence: indentation, quotation and list marks.</param>
/// <param name="Quotes">How many quotation marks that holds.</param>
/// <param name="Mark"><c>`</c> or <c>~</c>.</param>
/// <param name="Run">How many marks.</param>
internal readonly record struct FenceLine(int Prefix, int Quotes, char Mark, int Run)
{
    private const int Shortest = 3;

    public static bool TryRead(ReadOnlySpan<char> line, out FenceLine fence)
    {
        var prefix = LinePrefix.Read(line);
        fence = default;
        var rest = line[prefix.Length..];
        if (rest.IsEmpty || rest[0] is not ('`' or '~'))
            return false;
        var run = RunLength(rest);
        if (run < Shortest || (rest[0] == '`' && rest[run..].Contains('`')))
            return false;
        fence = new(prefix.Length, prefix.Quotes, rest[0], run);
        return true;
    }

    /// <summary>True when the line closes this block.</summary>
    public bool IsClosedBy(ReadOnlySpan<char> line)
    {
        var rest = line.Trim([' ', '\t', '>', '\r', '\n']);
        return rest.Length >= Run && rest[0] == Mark && RunLength(rest) == rest.Length;
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        var run = text.IndexOfAnyExcept(text[0]);
        return run < 0 ? text.Length : run;
    }
}
