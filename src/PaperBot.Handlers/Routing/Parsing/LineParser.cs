using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>Reads command lines by the specs in a table.</summary>
internal sealed class LineParser(CommandTable table)
{
    /// <summary>True for <c>/…</c>, <c>／…</c> and the phone keyboard's <c>、…</c>.</summary>
    public static bool IsCommand(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start is ['/' or '／', ..] || (start is ['、', _, ..] && char.IsLetter(start[1]));
    }

    /// <summary>Reads a cleaned line.</summary>
    public Outcome<ParsedLine> Parse(string text, Incoming? incoming = null)
    {
        if (text.Length > CommandLine.MaxLength)
            return ParseErrors.TooLong(text.Length);
        var start = text.Length - text.AsSpan().TrimStart().Length + 1;
        if (start >= text.Length || text.AsSpan(start).IsWhiteSpace())
            return ParseErrors.Empty();
        if (table.Match(text, start) is not var (spec, end))
            return Unknown(text, start);
        return new ArgumentReader(spec, text, end, incoming).Read().Then(arguments => new ParsedLine(spec, arguments));
    }

    private Error Unknown(string text, int start)
    {
        var scanner = new LineScanner(text, start);
        scanner.SkipSpace();
        var first = scanner.ReadWord();
        var second = scanner.SkipSpace() ? scanner.ReadWord() : "";
        var group = table.Group(first);
        if (group.Count > 0)
        {
            var path = InputText.Fold($"{first} {second}").Trim();
            var below = table.Paths.Where(p => p.StartsWith(InputText.Fold(first) + " ", StringComparison.Ordinal));
            var near = second.Length == 0 ? [] : NearMiss.Of(path, below);
            return near.Count > 0
                ? ParseErrors.UnknownCommand($"{first} {second}", near)
                : ParseErrors.Subcommand(first, group);
        }
        var listed = table.Specs.Where(s => s.Listed).SelectMany(s => s.Aliases.Prepend(s.Name)).ToList();
        var groups = listed.Where(p => p.Contains(' ', StringComparison.Ordinal)).Select(p => p.Split(' ')[0]);
        var oneWord = listed.Where(p => !p.Contains(' ', StringComparison.Ordinal)).Concat(groups).Distinct();
        var slips = NearMiss.Of(first, oneWord);
        return ParseErrors.UnknownCommand(first, slips.Count > 0 ? slips : NearMiss.Of($"{first} {second}", listed));
    }
}
