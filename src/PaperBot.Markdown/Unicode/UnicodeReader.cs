namespace PaperBot.Markdown.Unicode;

/// <summary>Reads LaTeX and writes a line; gives up at the first thing that a line cannot say.</summary>
internal sealed class UnicodeReader(string latex)
{
    private const int MaxDepth = 12;

    private int _at;
    private int _depth;

    public bool TryReadAll(out string text)
    {
        var line = new UnicodeLine();
        var read = TryReadInto(line, closing: '\0') && _at == latex.Length;
        text = read ? line.ToString() : "";
        return read;
    }

    private bool TryReadInto(UnicodeLine line, char closing)
    {
        if (++_depth > MaxDepth)
            return false;
        while (_at < latex.Length && latex[_at] != closing)
            if (!TryReadOne(line))
                return false;
        _depth--;
        return closing == '\0' || _at++ < latex.Length;
    }

    private bool TryReadOne(UnicodeLine line)
    {
        var c = latex[_at];
        switch (c)
        {
            case '\\':
                return TryReadCommand(line);
            case '{':
                return TryReadGroup(line);
            case '^' or '_':
                return TryReadScripts(line);
            case '}' or '&' or '#' or '$' or '%':
                return false;
        }
        _at++;
        WriteSign(line, c);
        return !char.IsControl(c) || c == '\n';
    }

    private void WriteSign(UnicodeLine line, char c)
    {
        switch (c)
        {
            case ' ' or '\n':
                break;
            case '~':
                line.Add(" ", Part.Space);
                break;
            case '+':
                line.Add("+", Part.Binary);
                break;
            case '-':
                line.Add("−", Part.Binary);
                break;
            case '*':
                line.Add("∗", Part.Binary);
                break;
            case '=' or '<' or '>':
                line.Add(c.ToString(), Part.Relation);
                break;
            case ':':
                var defines = _at < latex.Length && latex[_at] == '=';
                line.Add(defines ? "≔" : ":", Part.Relation);
                _at += defines ? 1 : 0;
                break;
            case ',' or ';':
                line.Add(c.ToString(), Part.Comma);
                break;
            case '/':
                line.Add("/", Part.Slash);
                break;
            case '(' or '[':
                line.Add(c.ToString(), Part.Open);
                break;
            case ')' or ']' or '!':
                line.Add(c.ToString(), Part.Close);
                break;
            case '|':
                line.Bar("|");
                break;
            case '\'':
                line.Script("′");
                break;
            default:
                WriteCharacter(line, c);
                break;
        }
    }

    private void WriteCharacter(UnicodeLine line, char c)
    {
        if (char.IsHighSurrogate(c) && _at < latex.Length)
            line.Operand($"{c}{latex[_at++]}");
        else
            line.Operand(c.ToString());
    }

    /// <summary>A group keeps its own brackets out of the line; only scripts and fractions give it new ones.</summary>
    private bool TryReadGroup(UnicodeLine line)
    {
        _at++;
        return TryReadInto(line, '}');
    }

    private bool TryReadCommand(UnicodeLine line)
    {
        var name = ReadName();
        if (UnicodeSymbols.IsSilent(name))
            return name is not ("left" or "right" or "middle") || SkipEmptyDelimiter();
        if (UnicodeAccents.Has(name))
            return TryReadAccent(line, name);
        if (UnicodeAlphabets.Has(name))
            return TryReadArgument(out var letters)
                && letters.Units > 0
                && Write(UnicodeAlphabets.Write(name, letters.ToString()));
        if (UnicodeSymbols.TryFind(name, out var text, out var part))
        {
            if (part == Part.Operand)
                line.Operand(text);
            else if (part == Part.Word)
                line.Word(text);
            else
                line.Add(text, part);
            return true;
        }
        return name switch
        {
            "frac" or "dfrac" or "tfrac" => TryReadFraction(line),
            "sqrt" => TryReadRoot(line),
            "|" => Bar(),
            "text" or "textrm" or "textit" or "textbf" or "mbox" => TryReadWords(line),
            "mathrm" or "mathit" or "operatorname" or "rm" => TryReadUpright(line),
            _ => false,
        };

        bool Write(string written)
        {
            line.Operand(written);
            return true;
        }

        bool Bar()
        {
            line.Bar("‖");
            return true;
        }
    }

    private string ReadName()
    {
        var start = ++_at;
        while (_at < latex.Length && char.IsAsciiLetter(latex[_at]))
            _at++;
        if (_at == start && _at < latex.Length)
            _at++;
        return latex[start.._at];
    }

    private bool SkipEmptyDelimiter()
    {
        SkipSpaces();
        if (_at < latex.Length && latex[_at] == '.')
            _at++;
        return true;
    }

    private bool TryReadAccent(UnicodeLine line, string name)
    {
        if (!TryReadArgument(out var under) || !UnicodeAccents.TryWrite(name, under.ToString(), out var text))
            return false;
        line.Operand(text);
        return true;
    }

    private bool TryReadFraction(UnicodeLine line)
    {
        if (!TryReadArgument(out var above) || !TryReadArgument(out var below))
            return false;
        if (above.HasFraction || below.HasFraction || above.Units == 0 || below.Units == 0)
            return false;
        line.Fraction(above, below);
        return true;
    }

    private bool TryReadRoot(UnicodeLine line)
    {
        var sign = "√";
        SkipSpaces();
        if (_at < latex.Length && latex[_at] == '[')
        {
            var end = latex.IndexOf(']', _at);
            if (end < 0)
                return false;
            var degree = latex[(_at + 1)..end].Trim();
            _at = end + 1;
            if (!UnicodeScripts.TryWrite(degree, above: true, out var small))
                return false;
            sign = degree switch
            {
                "3" => "∛",
                "4" => "∜",
                "2" or "" => "√",
                _ => small + "√",
            };
        }
        if (!TryReadArgument(out var under) || under.Units == 0)
            return false;
        line.Root(sign, under);
        return true;
    }

    private bool TryReadWords(UnicodeLine line)
    {
        if (!TryReadRaw(out var words) || words.AsSpan().IndexOfAny("$\\{}") >= 0)
            return false;
        if (words.StartsWith(' '))
            line.Add(" ", Part.Space);
        line.Word(words.Trim());
        if (words.EndsWith(' '))
            line.Add(" ", Part.Space);
        return true;
    }

    private bool TryReadUpright(UnicodeLine line)
    {
        if (_at < latex.Length && latex[_at] == '*')
            _at++;
        if (!TryReadArgument(out var name))
            return false;
        if (name.ToString() is { Length: > 1 } word)
            line.Word(word);
        else
            line.Operand(name.ToString());
        return true;
    }

    private bool TryReadRaw(out string raw)
    {
        raw = "";
        SkipSpaces();
        var end = _at < latex.Length && latex[_at] == '{' ? latex.IndexOf('}', _at) : -1;
        if (end < 0)
            return false;
        raw = latex[(_at + 1)..end];
        _at = end + 1;
        return true;
    }

    /// <summary>What follows a command, an exponent sign or an index sign: a group, a command or one character.</summary>
    private bool TryReadArgument(out UnicodeLine line)
    {
        line = new UnicodeLine();
        SkipSpaces();
        if (_at >= latex.Length || ++_depth > MaxDepth)
            return false;
        var read = latex[_at] is not ('^' or '_') && TryReadOne(line);
        _depth--;
        return read;
    }

    private bool TryReadScripts(UnicodeLine line)
    {
        var scripts = new UnicodeScriptPair();
        while (_at < latex.Length && latex[_at] is '^' or '_')
        {
            var above = latex[_at++] == '^';
            if (!TryReadArgument(out var script) || !scripts.TryPut(script, above))
                return false;
            SkipSpaces();
        }
        line.Script(scripts.Write());
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < latex.Length && latex[_at] is ' ' or '\n')
            _at++;
    }
}
