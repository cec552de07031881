using System.Collections.Immutable;
using System.Globalization;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

internal sealed partial class Parser
{
    private const string SplitLetters = "xyztruv";

    /// <summary>
    /// Factors written side by side bind tighter than * and /, but only as far as no space parts them:
    /// 1/2x is 1/(2x), and 1/2 x is (1/2)x.
    /// </summary>
    private Node Chain(bool stopAtFunction)
    {
        var left = Power();
        while (StartsOperand() && Current.Kind != TokenKind.Number)
        {
            if (stopAtFunction ? IsFunctionAhead() : Current.SpaceBefore && AfterDivision())
                break;
            left = Join(Heads.Multiply, left, Power());
        }

        return left;
    }

    private bool AfterDivision()
    {
        // Looks back for the operator in front of this chain: only a division makes the space matter.
        var depth = 0;
        for (var i = _at - 1; i >= 0; i--)
        {
            var token = _tokens[i];
            if (token.Is(")") || token.Is("]") || token.Is("}"))
                depth++;
            else if (token.Is("(") || token.Is("[") || token.Is("{"))
            {
                if (depth-- == 0)
                    return false;
            }
            else if (depth == 0 && token.Kind == TokenKind.Operator && token.Text is "/" or "\\" or "./" or "%")
                return true;
            else if (
                depth == 0
                && (
                    token.Kind == TokenKind.Separator
                    || (token.Kind == TokenKind.Operator && token.Text is "*" or "+" or "-" or "," or "=")
                )
            )
                return false;
        }

        return false;
    }

    private bool StartsOperand()
    {
        var token = Current;
        return token.Kind switch
        {
            TokenKind.Number or TokenKind.Text => true,
            TokenKind.Name => !IsWord("mod") && !IsWord("of") && !IsWord("and") && !IsWord("or") && !IsWord("xor"),
            TokenKind.Operator => token.Text is "(" or "[" or "{" or "√" or "∛"
                || (token.Text == "|" && _bars == 0 && !IsDoubleBar),
            _ => false,
        };
    }

    private bool IsFunctionAhead() =>
        Current.Kind == TokenKind.Name && !Next.Is("(") && KindOf(Current.Text) == NameKind.Function
        || (Current.Kind == TokenKind.Name && Next.Is("(") && KindOf(Current.Text) == NameKind.Function);

    private NameKind KindOf(string name)
    {
        if (_functions.Contains(name))
            return NameKind.Function;
        return _variables.Contains(name) ? NameKind.Variable : _classify(name);
    }

    private Node Power()
    {
        var left = Postfix(Primary());
        if (!Current.Is("^") && !Current.Is("**") && !Current.Is(".^"))
            return left;
        var head = Current.Text == ".^" ? Heads.EntryPower : Heads.Power;
        _at++;
        return Join(head, left, Exponent());
    }

    private Node Exponent()
    {
        Deeper();
        Node exponent;
        if (Current.Is("-") || Current.Is("+"))
        {
            var sign = Current;
            _at++;
            var operand = Exponent();
            exponent = new ApplyNode(sign.Text == "-" ? Heads.Negate : Heads.Plus, operand)
            {
                Span = Span.Between(sign.Span, operand.Span),
            };
        }
        else
        {
            exponent = Power();
        }

        _depth--;
        return exponent;
    }

    private Node Postfix(Node operand)
    {
        for (var count = 0; ; count++)
        {
            var token = Current;
            if (token.Kind == TokenKind.Superscript)
            {
                _at++;
                operand = Join(Heads.Power, operand, Small(token));
            }
            else if (token.Is("!") || token.Is("!!"))
            {
                _at++;
                operand = After(token.Text == "!" ? Heads.Factorial : Heads.DoubleFactorial, operand, token);
            }
            else if (token.Is("%") && !StartsOperandAt(_at + 1))
            {
                _at++;
                operand = After(Heads.Percent, operand, token);
            }
            else if (token.Is("°"))
            {
                _at++;
                operand = Join(Heads.Multiply, operand, new SymbolNode("deg") { Span = token.Span });
            }
            else if (token.Is("'"))
            {
                operand = Primes(operand);
            }
            else
            {
                return operand;
            }

            if (count > _budget.Limits.Depth)
                throw new CalculatorException("limit.depth", ("limit", _budget.Limits.Depth)).At(token.Span);
        }
    }

    private static ApplyNode After(string head, Node operand, Token token) =>
        new(head, operand) { Span = Span.Between(operand.Span, token.Span) };

    /// <summary>x'' for the second derivative of x, and also the transpose of a matrix.</summary>
    private Node Primes(Node operand)
    {
        var count = 0;
        var last = Current;
        while (Current.Is("'"))
        {
            last = Current;
            count++;
            _at++;
        }

        Node primed = new ApplyNode(Heads.Prime, operand, NumberNode.Of(count))
        {
            Span = Span.Between(operand.Span, last.Span),
        };
        if (
            Current.Is("(")
            && operand is SymbolNode symbol
            && (_equations > 0 || KindOf(symbol.Name) == NameKind.Function)
        )
            primed = new ApplyNode(Heads.At, Arguments(out var end).Insert(0, primed))
            {
                Span = Span.Between(primed.Span, end),
            };
        return primed;
    }

    private static Node Small(Token token) =>
        token.Text == "n"
            ? new SymbolNode("n") { Span = token.Span }
            : Signed(int.Parse(token.Text, CultureInfo.InvariantCulture), token.Span);

    private static Node Signed(int value, Span span)
    {
        var number = new NumberNode(new ExactNumber(Math.Abs((long)value))) { Span = span };
        return value < 0 ? new ApplyNode(Heads.Negate, number) { Span = span } : number;
    }

    private bool StartsOperandAt(int index)
    {
        var saved = _at;
        _at = Math.Min(index, _tokens.Count - 1);
        var starts = StartsOperand();
        _at = saved;
        return starts;
    }

    private Node Primary()
    {
        var token = Current;
        _budget.Spend();
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new NumberNode(token.Value!) { Span = token.Span };
            case TokenKind.Text:
                _at++;
                return new TextNode(token.Text) { Span = token.Span };
            case TokenKind.Name:
                return Name();
            case TokenKind.Operator:
                return token.Text switch
                {
                    "(" => Parenthesis(),
                    "[" => Matrix(),
                    "{" => List(),
                    "|" => Bars(),
                    "√" => Root("sqrt"),
                    "∛" => Root("cbrt"),
                    _ => throw Unexpected("operand"),
                };
            default:
                throw Unexpected("operand");
        }
    }

    private ApplyNode Root(string function)
    {
        var start = Current.Span;
        _at++;
        Deeper();
        var operand = Postfix(Current.Is("-") ? throw Unexpected("operand") : Primary());
        _depth--;
        return new ApplyNode(function, operand) { Span = Span.Between(start, operand.Span) };
    }

    private Node Parenthesis()
    {
        var open = Current.Span;
        _at++;
        var (bars, spaced) = (_bars, _spaced);
        (_bars, _spaced) = (0, false);
        var inner = Expression();
        (_bars, _spaced) = (bars, spaced);
        Close(")", open);
        return inner;
    }

    private ApplyNode Bars()
    {
        var open = Current.Span;
        _at++;
        _bars++;
        var inner = Expression();
        _bars--;
        var end = Current.Span;
        if (!Current.Is("|"))
            throw Unexpected("|");
        _at++;
        return new ApplyNode("abs", inner) { Span = Span.Between(open, end) };
    }

    private Span Close(string bracket, Span open)
    {
        var end = Current.Span;
        if (Current.Is(bracket))
        {
            _at++;
            return end;
        }

        if (Current.Kind == TokenKind.End)
            throw new CalculatorException("syntax.unclosed") { Expected = [bracket] }.At(open);
        throw Unexpected("operator", bracket);
    }

    /// <summary>Arguments in brackets; with <paramref name="arrows"/>, <c>x -> 0</c> stands for two of them.</summary>
    private ImmutableArray<Node> Arguments(out Span end, bool arrows = false)
    {
        var open = Current.Span;
        _at++;
        var (bars, spaced) = (_bars, _spaced);
        (_bars, _spaced) = (0, false);
        var items = ImmutableArray.CreateBuilder<Node>();
        if (!Current.Is(")"))
        {
            items.Add(Expression());
            while (
                Current.Is(",")
                || (arrows && Current.Is("->"))
                || (Current.Kind == TokenKind.Separator && Current.Text == ";")
            )
            {
                _at++;
                items.Add(Expression());
                _budget.Elements(items.Count);
            }
        }

        (_bars, _spaced) = (bars, spaced);
        end = Close(")", open);
        return items.ToImmutable();
    }
}
