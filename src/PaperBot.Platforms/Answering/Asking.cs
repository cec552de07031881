using PaperBot.Core.Commands;

namespace PaperBot.Platforms.Answering;

/// <summary>Lines in which a <c>?</c> stands for a value that the person is asked for first.</summary>
internal static class Asking
{
    /// <summary>True when the line asks for a value.</summary>
    public static bool Asks(string line) => At(line) >= 0;

    /// <summary>The line with the value in the place of its first <c>?</c>.</summary>
    public static string Fill(CommandSpec spec, string line, string value)
    {
        var at = At(line);
        if (at < 0)
            return line;
        // The last parameter takes the rest of the line as it stands; any other is one word.
        var isTail = at == line.Length - 1 && ParameterAt(spec, line) is null or { Verbatim: true };
        return string.Concat(line.AsSpan(0, at), isTail ? value : CommandLine.Quote(value), line.AsSpan(at + 1));
    }

    /// <summary>The parameter that is asked for: the one that a name before the <c>?</c> says, else the next one.</summary>
    public static Parameter? ParameterAt(CommandSpec spec, string line)
    {
        var at = At(line);
        if (at < 0)
            return null;
        if (line[at - 1] == ':')
        {
            var start = line.LastIndexOf(' ', at) + 1;
            return CommonParameters.Find(spec, line[start..(at - 1)]);
        }
        var words = line[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(spec.Name.Split(' ').Length);
        var bare = words.Count(word => !word.Contains(':', StringComparison.Ordinal));
        return spec.Parameters.Where(p => p.Positional).Skip(bare).FirstOrDefault()
            ?? spec.Parameters.LastOrDefault(p => p.Positional);
    }

    private static int At(string line)
    {
        for (var at = line.IndexOf(CommandLine.Ask, StringComparison.Ordinal); at >= 0; )
        {
            var opens = at > 0 && line[at - 1] is ' ' or ':';
            var closes = at == line.Length - 1 || line[at + 1] == ' ';
            if (opens && closes)
                return at;
            at = line.IndexOf(CommandLine.Ask, at + 1, StringComparison.Ordinal);
        }
        return -1;
    }
}
