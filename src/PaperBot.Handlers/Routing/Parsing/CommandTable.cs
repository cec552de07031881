using System.Collections.Frozen;
using PaperBot.Core.Commands;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>Finds commands by the paths that their specs name.</summary>
internal sealed class CommandTable
{
    private const int LongestPath = 3;

    private readonly FrozenDictionary<string, CommandSpec> _byPath;
    private readonly string[] _hanPaths;

    /// <exception cref="InvalidOperationException">A spec contradicts itself or another one.</exception>
    public CommandTable(IEnumerable<CommandSpec> specs)
    {
        Specs = [.. specs.OrderBy(spec => spec.Name, StringComparer.Ordinal)];
        var byPath = new Dictionary<string, CommandSpec>(StringComparer.Ordinal);
        foreach (var spec in Specs)
        {
            SpecRules.Check(spec);
            foreach (var path in spec.Aliases.Prepend(spec.Name))
                if (!byPath.TryAdd(InputText.Fold(path), spec))
                    throw new InvalidOperationException($"Two commands answer to '/{path}'.");
        }
        _byPath = byPath.ToFrozenDictionary(StringComparer.Ordinal);
        _hanPaths = [.. byPath.Keys.Where(path => InputText.IsHan(path[^1])).OrderByDescending(path => path.Length)];
    }

    /// <summary>All commands by name.</summary>
    public IReadOnlyList<CommandSpec> Specs { get; }

    /// <summary>Every way to write a command, without the slash.</summary>
    public IReadOnlyCollection<string> Paths => _byPath.Keys;

    /// <summary>The command of exactly that path.</summary>
    public CommandSpec? Find(string path) => _byPath.GetValueOrDefault(InputText.Fold(path.Trim()));

    /// <summary>The commands below a path that is only a group (<c>arxiv</c> of <c>arxiv new</c>).</summary>
    public IReadOnlyList<CommandSpec> Group(string path)
    {
        var prefix = InputText.Fold(path) + " ";
        return
        [
            .. Specs.Where(s =>
                s.Aliases.Prepend(s.Name).Any(p => InputText.Fold(p).StartsWith(prefix, StringComparison.Ordinal))
            ),
        ];
    }

    /// <summary>The longest path that the text has at <paramref name="at"/>, and where its arguments begin.</summary>
    public (CommandSpec Spec, int End)? Match(string text, int at)
    {
        var scanner = new LineScanner(text, at);
        var path = "";
        (CommandSpec, int)? found = null;
        for (var words = 0; words < LongestPath && scanner.SkipSpace(); words++)
        {
            path += (words == 0 ? "" : " ") + InputText.Fold(scanner.ReadWord());
            if (_byPath.TryGetValue(path, out var spec))
                found = (spec, scanner.Position);
        }
        return found ?? MatchUnspaced(text, at);
    }

    /// <summary><c>/论文1706.03762</c>: a Chinese name needs no space before what is not Chinese.</summary>
    private (CommandSpec, int)? MatchUnspaced(string text, int at)
    {
        foreach (var path in _hanPaths)
        {
            var end = at + path.Length;
            if (
                end < text.Length
                && !InputText.IsHan(text[end])
                && string.Equals(InputText.Fold(text[at..end]), path, StringComparison.Ordinal)
            )
                return (_byPath[path], end);
        }
        return null;
    }
}
