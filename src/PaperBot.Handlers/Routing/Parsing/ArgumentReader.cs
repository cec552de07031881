using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>Reads what stands behind a command's name, by its spec.</summary>
internal sealed class ArgumentReader(CommandSpec spec, string text, int position, Incoming? incoming)
{
    private static readonly char[] Separators = [',', '，', '、', '；', ';'];

    private readonly LineScanner _scanner = new(text, position);
    private readonly Dictionary<Parameter, List<Token>> _given = [];
    private readonly List<Token> _words = [];
    private string? _tail;

    private IEnumerable<Parameter> Open => spec.Parameters.Where(p => p.Positional && !_given.ContainsKey(p));

    public Outcome<Arguments> Read()
    {
        var error = ReadLine() ?? PlaceWords();
        if (error is not null)
            return error;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (parameter, tokens) in _given)
        {
            var value = Value(parameter, tokens);
            if (!value.IsOk)
                return value.Error;
            values[parameter.Name] = value.Value;
        }
        AddFiles(values);
        var missing = spec.Parameters.FirstOrDefault(p => p.Required && !values.ContainsKey(p.Name));
        return missing is null ? new Arguments(values) : ParseErrors.Missing(spec, missing);
    }

    private Error? ReadLine()
    {
        while (_scanner.SkipSpace())
        {
            if (_scanner.PeekKey() is var (key, valueAt))
            {
                if (CommonParameters.Find(spec, key) is { } parameter)
                {
                    if (ReadKeyed(parameter, valueAt) is { } error)
                        return error;
                    continue;
                }
                if (Unknown(key, valueAt) is { } unknown)
                    return unknown;
            }
            var open = Open.ToList();
            if (open is [.., { Verbatim: true }] && _words.Count >= open.Count - 1)
                _tail = _scanner.Rest().Trim();
            else
                _words.Add(_scanner.ReadValue());
        }
        return null;
    }

    private Error? ReadKeyed(Parameter parameter, int valueAt)
    {
        _scanner.MoveTo(valueAt);
        if (_given.ContainsKey(parameter) && !parameter.Many)
            return ParseErrors.Twice(spec, parameter);
        if (parameter.Verbatim)
        {
            _given[parameter] = [new Token(_scanner.Rest(), Quoted: true)];
            return null;
        }
        // `sort: date`, as Chinese input writes it: the value is the next word unless that is a key of its own.
        if (!_scanner.SkipSpace() || (_scanner.Position > valueAt && IsKnownKey()))
            return ParseErrors.NoValue(spec, parameter);
        if (!_given.TryGetValue(parameter, out var tokens))
            _given[parameter] = tokens = [];
        tokens.Add(_scanner.ReadValue());
        return null;
    }

    private bool IsKnownKey() => _scanner.PeekKey() is var (key, _) && CommonParameters.Find(spec, key) is not null;

    /// <summary>Text may hold colons (links, <c>arXiv:…</c>); a key that is nearly one of ours is a slip.</summary>
    private Error? Unknown(string key, int valueAt)
    {
        var open = Open.ToList();
        if (open is [.., { Verbatim: true }] && _words.Count >= open.Count - 1)
            return null;
        var isLink = string.CompareOrdinal(text, valueAt, "//", 0, 2) == 0;
        var hasValue = valueAt < text.Length && !char.IsWhiteSpace(text[valueAt]);
        var known = spec.Parameters.Concat(CommonParameters.All).SelectMany(p => p.Aliases.Prepend(p.Name));
        var near = hasValue && !isLink && key.Length > 2 ? NearMiss.Of(key, known) : [];
        var isText = open.Any(p => p.Kind is ParameterKind.Text or ParameterKind.Paper);
        return near.Count == 0 && isText ? null : ParseErrors.UnknownParameter(spec, key, near);
    }

    private Error? PlaceWords()
    {
        var open = Open.ToList();
        if (_tail is { Length: > 0 })
        {
            var isAsk = new Token(_tail, Quoted: false).IsAsk;
            _given[open[^1]] = [new Token(_tail, Quoted: !isAsk)];
            open.RemoveAt(open.Count - 1);
        }
        for (var i = 0; i < open.Count && _words.Count > 0; i++)
        {
            var isLast = i == open.Count - 1;
            _given[open[i]] = isLast ? [.. _words] : [_words[0]];
            _words.RemoveRange(0, isLast ? _words.Count : 1);
        }
        return _words.Count == 0 ? null : ParseErrors.Extra(spec, _words[0].Text);
    }

    private Outcome<object> Value(Parameter parameter, List<Token> tokens)
    {
        if (parameter.Required && tokens.All(t => t.IsAsk || string.IsNullOrWhiteSpace(t.Text)))
            return ParseErrors.Missing(spec, parameter);
        if (!parameter.Many)
            return ValueReader.Read(parameter, Joined(tokens), incoming);
        var values = tokens.SelectMany(Split).ToList();
        if (values.Count == 0)
            return ParseErrors.NoValue(spec, parameter);
        if (values.Count > parameter.MaxCount)
            return ParseErrors.TooMany(parameter, values.Count);
        var tooLong = values.Find(v => v.Length > parameter.MaxLength);
        return tooLong is null ? values : ParseErrors.ValueTooLong(parameter, tooLong.Length);
    }

    private static string Joined(List<Token> tokens) =>
        tokens.Count == 1 ? tokens[0].Text : string.Join(' ', tokens.Select(t => t.Written));

    private static IEnumerable<string> Split(Token token) =>
        token.Quoted ? [token.Text] : token.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Files that came along fill the file parameters that the line does not name, in order.</summary>
    private void AddFiles(Dictionary<string, object> values)
    {
        var unused = new Queue<IncomingFile>((incoming?.Files ?? []).Where(file => !values.ContainsValue(file)));
        foreach (var parameter in spec.Parameters.Where(p => p.Kind == ParameterKind.File))
            if (!values.ContainsKey(parameter.Name) && unused.TryDequeue(out var file))
                values[parameter.Name] = file;
    }
}
