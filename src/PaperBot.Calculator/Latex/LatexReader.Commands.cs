using System.Globalization;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Latex;

internal sealed partial class LatexReader
{
    private static readonly string[] Arrows = ["\\to", "\\rightarrow", "→", "->"];

    private void Command()
    {
        var start = _at;
        var command = CommandAt(source, _at + 1);
        if (command.Length == 0)
            throw new CalculatorException("syntax.unexpected", ("text", "\\")).At(new Span(_at, 1));
        if (Differential())
            return;
        _at += 1 + command.Length;
        var length = _at - start;
        if (LatexCommands.Ignored.Contains(command))
            Delimiter(command);
        else if (command == "\\")
            Emit(TokenKind.Separator, ";", start, length);
        else if (LatexCommands.Operators.TryGetValue(command, out var operation))
            Emit(TokenKind.Operator, operation, start, length);
        else if (LatexCommands.Names.TryGetValue(command, out var name))
            Emit(
                TokenKind.Name,
                name + (FunctionTable.Contains(name) && name is not ("gamma" or "beta" or "zeta") ? "" : Subscript()),
                start,
                length
            );
        else if (LatexCommands.Wrappers.Contains(command))
            Wrapped(start);
        else
            Notation(command, start);
    }

    /// <summary>\left. and \right. show nothing; \left| opens an absolute value.</summary>
    private void Delimiter(string command)
    {
        if (command is not ("left" or "right"))
            return;
        Skip();
        if (_at < source.Length && source[_at] == '.')
            _at++;
        else if (Peek("|") && command == "left")
        {
            Name("abs");
            Operator("(");
            _at++;
        }
        else if (Peek("|"))
        {
            Operator(")");
            _at++;
        }
    }

    private void Wrapped(int start)
    {
        var word = Argument().Trim();
        if (word.StartsWith('\\'))
        {
            foreach (var token in Read(word, budget).Where(t => t.Kind != TokenKind.End))
                _tokens.Add(token with { Span = new Span(start, _at - start) });
            return;
        }

        var name = new string([.. word.Where(c => char.IsLetterOrDigit(c) || c == '_')]);
        if (name.Length == 0)
            return;
        Emit(TokenKind.Name, name + Subscript(), start, _at - start);
    }

    private void Notation(string command, int start)
    {
        switch (command)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                Fraction(start);
                break;
            case "sqrt":
                Root();
                break;
            case "int" or "oint" or "iint":
                Integral(start);
                break;
            case "sum" or "prod":
                Series(command == "sum" ? "sum" : "product", start);
                break;
            case "lim":
                Limit(start);
                break;
            case "begin":
                Environment(start);
                break;
            case "binom" or "dbinom":
                Name("binomial");
                Operator("(");
                Group();
                Operator(",");
                Group();
                Operator(")");
                break;
            case "overline" or "bar":
                Name("conj");
                Group();
                break;
            case "lfloor" or "lceil":
                Emit(TokenKind.Name, command == "lfloor" ? "floor" : "ceil", start, _at - start);
                Operator("(");
                break;
            case "rfloor" or "rceil":
                Operator(")");
                break;
            case "lVert" or "|" when command == "lVert" || !_tokens.Any(t => t.Text == "norm"):
                Name("norm");
                Operator("(");
                break;
            case "rVert" or "|":
                Operator(")");
                break;
            case "log":
                Logarithm(start);
                break;
            case "bmod" or "mod":
                Emit(TokenKind.Name, "mod", start, _at - start);
                break;
            default:
                throw new CalculatorException("latex.command", ("name", "\\" + command)).At(
                    new Span(start, _at - start)
                );
        }
    }

    /// <summary>A fraction, or d/dx in front of what is differentiated.</summary>
    private void Fraction(int start)
    {
        var saved = _at;
        var above = Compact(Argument());
        if (
            _at < source.Length && above is "d" or "\\partial"
            || above.StartsWith("d^", StringComparison.Ordinal)
            || above.StartsWith("\\partial^", StringComparison.Ordinal)
        )
        {
            var below = Compact(Argument()).Replace("\\partial", "d", StringComparison.Ordinal);
            if (below.Length >= 2 && below[0] == 'd' && char.IsAsciiLetter(below[1]))
            {
                Derivative(below, start);
                return;
            }
        }

        _at = saved;
        Operator("(");
        Group();
        Operator("/", 0);
        Group();
        Operator(")", 0);
    }

    private static string Compact(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal)
            .Replace("\\mathrm{d}", "d", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);

    private void Derivative(string below, int start)
    {
        var order = 1;
        var caret = below.IndexOf('^', StringComparison.Ordinal);
        if (
            caret > 0
            && (!int.TryParse(below.AsSpan(caret + 1), CultureInfo.InvariantCulture, out order) || order is < 1 or > 10)
        )
            throw new CalculatorException("syntax.number", ("text", below[(caret + 1)..])).At(new Span(start, 1));
        for (var i = 0; i < order; i++)
        {
            Emit(TokenKind.Name, "diff", start, 5);
            Operator("(");
        }

        Term();
        for (var i = 0; i < order; i++)
        {
            Operator(",");
            Name(below.Substring(1, 1));
            Operator(")");
        }
    }

    private void Root()
    {
        Skip();
        string? degree = null;
        if (Peek("["))
        {
            var end = source.IndexOf(']', _at);
            if (end < 0)
                throw new CalculatorException("syntax.unclosed") { Expected = ["]"] }.At(new Span(_at, 1));
            degree = source[(_at + 1)..end];
            _at = end + 1;
        }

        Name(degree is null ? "sqrt" : "root");
        Operator("(");
        Group();
        if (degree is not null)
        {
            Operator(",");
            _tokens.AddRange(Shifted(degree, _at));
        }

        Operator(")");
    }

    /// <summary>Lower and upper bound after \int, \sum and the like, in either order.</summary>
    private (List<Token>? Low, List<Token>? High) Bounds()
    {
        List<Token>? low = null;
        List<Token>? high = null;
        for (var i = 0; i < 2; i++)
        {
            Skip();
            if (Peek("\\limits"))
            {
                _at += 7;
                Skip();
            }

            if (Peek("_") || Peek("^"))
            {
                var isLow = Peek("_");
                _at++;
                var tokens = Apart(Group);
                if (isLow)
                    low = tokens;
                else
                    high = tokens;
            }
        }

        return (low, high);
    }

    /// <summary>What the action reads, not added to the tokens.</summary>
    private List<Token> Apart(Action read)
    {
        var before = _tokens.Count;
        read();
        var tokens = _tokens.GetRange(before, _tokens.Count - before);
        _tokens.RemoveRange(before, _tokens.Count - before);
        return tokens;
    }

    private void Integral(int start)
    {
        var (low, high) = Bounds();
        _differentials.Push(null);
        var body = Apart(() => Until(() => _differentials.Peek() is not null));
        var variable =
            _differentials.Pop() ?? throw new CalculatorException("latex.differential").At(new Span(start, 4));
        if (body.Count == 0)
            body = Apart(One);
        Emit(TokenKind.Name, "integrate", start, 4);
        Operator("(");
        _tokens.AddRange(body);
        Operator(",");
        Name(variable);
        if (low is not null && high is not null)
        {
            Operator(",");
            _tokens.AddRange(low);
            Operator(",");
            _tokens.AddRange(high);
        }

        Operator(")");
    }

    /// <summary>dx, \mathrm{d}x or \,dx inside an integral that still waits for it.</summary>
    private bool Differential()
    {
        if (_differentials.Count == 0 || _differentials.Peek() is not null)
            return false;
        var at = _at;
        foreach (var sign in (ReadOnlySpan<string>)["\\mathrm{d}", "\\mathrm d", "\\dd", "\\text{d}", "d"])
        {
            if (string.CompareOrdinal(source, at, sign, 0, sign.Length) != 0)
                continue;
            var next = at + sign.Length;
            while (next < source.Length && source[next] == ' ')
                next++;
            var name = next < source.Length && source[next] == '\\' ? CommandAt(source, next + 1) : "";
            if (name.Length > 1 && LatexCommands.Names.TryGetValue(name, out var letter) && sign != "\\dd")
            {
                _differentials.Pop();
                _differentials.Push(letter);
                _at = next + 1 + name.Length;
                return true;
            }

            var isLast = next + 1 >= source.Length || !char.IsAsciiLetter(source[next + 1]) || source[next + 1] == 'd';
            if (next < source.Length && char.IsAsciiLetter(source[next]) && isLast)
            {
                _differentials.Pop();
                _differentials.Push(source.Substring(next, 1));
                _at = next + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>What a \sum, a \lim or a d/dx reaches over: up to the next sum sign, relation or closing bracket.</summary>
    private void Term()
    {
        var first = true;
        var depth = 0;
        Until(() =>
        {
            var c = source[_at];
            var wasFirst = first;
            first = false;
            if (
                depth == 0
                && !wasFirst
                && (
                    c is '+' or '-' or '=' or '<' or '>' or ',' or ';'
                    || Peek("\\\\")
                    || Peek("\\right")
                    || Peek("\\le") && !Peek("\\left")
                    || Peek("\\ge")
                )
            )
                return true;
            if (c is '}' or '&' || (depth == 0 && c is ')' or ']'))
                return true;
            depth +=
                c is '(' or '[' || Peek("\\left") ? 1
                : c is ')' or ']' || Peek("\\right") ? -1
                : 0;
            return false;
        });
    }

    private void Series(string function, int start)
    {
        var (low, high) = Bounds();
        var sign = low?.FindIndex(t => t.Is("=")) ?? -1;
        if (low is null || high is null || sign != 2)
            throw new CalculatorException("latex.bounds").At(new Span(start, 4));
        Emit(TokenKind.Name, function, start, 4);
        Operator("(");
        Term();
        Operator(",");
        _tokens.Add(low[1]);
        Operator(",");
        Operator("(");
        _tokens.AddRange(low.Skip(3));
        Operator(",");
        _tokens.AddRange(high);
        Operator(")");
    }

    private void Limit(int start)
    {
        Skip();
        if (!Peek("_"))
            throw new CalculatorException("latex.bounds").At(new Span(start, 4));
        _at++;
        var under = Argument();
        var arrow =
            Arrows.FirstOrDefault(a => under.Contains(a, StringComparison.Ordinal))
            ?? throw new CalculatorException("latex.bounds").At(new Span(start, 4));
        var at = under.IndexOf(arrow, StringComparison.Ordinal);
        var target = Compact(under[(at + arrow.Length)..]);
        var side =
            target.EndsWith("^+", StringComparison.Ordinal) ? 1
            : target.EndsWith("^-", StringComparison.Ordinal) ? -1
            : 0;
        Emit(TokenKind.Name, "limit", start, 4);
        Operator("(");
        Term();
        Operator(",");
        _tokens.AddRange(Inner(under[..at], start));
        Operator(",");
        _tokens.AddRange(Inner(side == 0 ? target : target[..^2], start));
        if (side != 0)
        {
            Operator(",");
            _tokens.AddRange(Shifted(side.ToString(CultureInfo.InvariantCulture), start));
        }

        Operator(")");
    }

    private IEnumerable<Token> Inner(string text, int start) =>
        Read(text, budget).Where(t => t.Kind != TokenKind.End).Select(t => t with { Span = new Span(start, 4) });

    private void Logarithm(int start)
    {
        Skip();
        if (!Peek("_"))
        {
            Emit(TokenKind.Name, "log", start, 4);
            return;
        }

        _at++;
        var tokens = Apart(Group);
        if (tokens is [_, { Text: "2" or "10" } only, _])
        {
            Emit(TokenKind.Name, "log" + only.Text, start, 4);
            return;
        }

        // log_b x = (1/ln b)·ln x: the argument is read by the parser, as after every function.
        Operator("(");
        _tokens.AddRange(Shifted("1/ln", start));
        _tokens.AddRange(tokens);
        Operator(")");
        Operator("*");
        Emit(TokenKind.Name, "ln", start, 4);
    }

    private void Environment(int start)
    {
        var name = Argument();
        if (!name.EndsWith("matrix", StringComparison.Ordinal) && name is not ("array" or "vmatrix"))
            throw new CalculatorException("latex.command", ("name", "\\begin{" + name + "}")).At(new Span(start, 6));
        Skip();
        if (name == "array" && Peek("{"))
            Argument();
        var isDeterminant = name == "vmatrix";
        if (isDeterminant)
        {
            Name("det");
            Operator("(");
        }

        Operator("[");
        var end = "\\end{" + name + "}";
        Until(() =>
        {
            if (Peek(end))
                return true;
            if (Peek("&"))
                Operator(",");
            while (_at < source.Length && Peek("&"))
            {
                _at++;
                Skip();
            }

            return _at >= source.Length || Peek(end);
        });
        if (!Peek(end))
            throw new CalculatorException("syntax.unclosed") { Expected = [end] }.At(new Span(start, 6));
        Operator("]");
        _at += end.Length;
        if (isDeterminant)
            Operator(")");
    }
}
