using System.Globalization;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Latex;

internal sealed partial class LatexReader
{
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
        // Cases are the equations of a system; a function by cases has columns, which are refused below.
        var isSystem = name is "cases" or "aligned" or "gathered";
        if (!name.EndsWith("matrix", StringComparison.Ordinal) && name != "array" && !isSystem)
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

        Operator(isSystem ? "{" : "[");
        var end = "\\end{" + name + "}";
        Until(() =>
        {
            if (Peek(end))
                return true;
            if (Peek("&") && name == "cases")
                throw new CalculatorException("latex.command", ("name", "&")).At(new Span(_at, 1));
            if (Peek("&") && !isSystem)
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
        Operator(isSystem ? "}" : "]");
        _at += end.Length;
        if (isDeterminant)
            Operator(")");
    }
}
