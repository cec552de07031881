using System.Globalization;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Latex;

/// <summary>Signs with bounds: integrals, sums, products and limits.</summary>
internal sealed partial class LatexReader
{
    private static readonly string[] Arrows = ["\\to", "\\rightarrow", "→", "->"];

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
}
