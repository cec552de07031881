using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

/// <summary>Tokens to trees: statements and operators, loosest first. Operands are in the other part.</summary>
internal sealed partial class Parser
{
    private readonly List<Token> _tokens;
    private readonly Func<string, NameKind> _classify;
    private readonly Budget _budget;
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;
    private int _bars;
    private int _equations;

    public Parser(List<Token> tokens, Func<string, NameKind> classify, Budget budget)
    {
        _tokens = tokens;
        _classify = classify;
        _budget = budget;
    }

    private Token Current => _tokens[_at];

    /// <summary>a || b: with spaces around it, so that 2||x|-1| stays a product.</summary>
    private bool IsDoubleBar =>
        _bars == 0
        && Current.Is("|")
        && Current.SpaceBefore
        && Next.Is("|")
        && !Next.SpaceBefore
        && _tokens[Math.Min(_at + 2, _tokens.Count - 1)].SpaceBefore;

    private Token Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public ImmutableArray<Node> Statements()
    {
        var statements = ImmutableArray.CreateBuilder<Node>();
        while (Current.Kind != TokenKind.End)
        {
            if (Current.Kind == TokenKind.Separator)
            {
                _at++;
                continue;
            }

            statements.Add(Statement());
            if (Current.Kind is not (TokenKind.Separator or TokenKind.End))
                throw Unexpected("operator", ";", "end");
        }

        if (statements.Count == 0)
            throw new CalculatorException("syntax.empty").At(new Span(0, 0));
        return statements.ToImmutable();
    }

    private Node Statement()
    {
        if (DefinedFunction() is { } definition)
            return definition;
        if (Current.Kind == TokenKind.Name && (Next.Is("=") || Next.Is(":=")))
        {
            var name = Current;
            _at += 2;
            var value = Expression();
            _variables.Add(name.Text);
            return new ApplyNode(Heads.Define, new SymbolNode(name.Text) { Span = name.Span }, value)
            {
                Span = Span.Between(name.Span, value.Span),
            };
        }

        return Sentence() ?? Expression();
    }

    private Node Expression()
    {
        if (++_depth > _budget.Limits.Depth)
            throw new CalculatorException("limit.depth", ("limit", _budget.Limits.Depth)).At(Current.Span);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var left = Logic();
        if (Current.Is("=") || Current.Is(":="))
        {
            _at++;
            var right = Logic();
            left = Join(Heads.Equation, left, right);
        }

        _depth--;
        return left;
    }

    private Node Logic()
    {
        var left = Conjunction();
        while (true)
        {
            var head =
                IsWord("or") || IsDoubleBar ? Heads.Or
                : IsWord("xor") ? Heads.Xor
                : null;
            if (head is null)
                return left;
            _at += IsDoubleBar ? 2 : 1;
            left = Join(head, left, Conjunction());
        }
    }

    private Node Conjunction()
    {
        var left = Negation();
        while (IsWord("and") || Current.Is("&&"))
        {
            _at++;
            left = Join(Heads.And, left, Negation());
        }

        return left;
    }

    private Node Negation()
    {
        if (!IsWord("not"))
            return Comparison();
        var start = Current.Span;
        _at++;
        Deeper();
        var operand = Negation();
        _depth--;
        return new ApplyNode(Heads.Not, operand) { Span = Span.Between(start, operand.Span) };
    }

    /// <summary>a &lt; b &lt; c means a &lt; b and b &lt; c.</summary>
    private Node Comparison()
    {
        var left = Range();
        Node? chain = null;
        while (ComparisonHead() is { } head)
        {
            _at++;
            var right = Range();
            var pair = Join(head, left, right);
            chain = chain is null ? pair : Join(Heads.And, chain, pair);
            left = right;
        }

        return chain ?? left;
    }

    private string? ComparisonHead() =>
        Current.Kind != TokenKind.Operator
            ? null
            : Current.Text switch
            {
                "==" => Heads.Equal,
                "!=" or "<>" => Heads.NotEqual,
                "<" or "<=" or ">" or ">=" => Current.Text,
                _ => null,
            };

    private Node Range()
    {
        var left = Sum();
        if (!Current.Is(":"))
            return left;
        _at++;
        var middle = Sum();
        if (!Current.Is(":"))
            return Join(Heads.Range, left, middle);
        _at++;
        var right = Sum();
        return new ApplyNode(Heads.Range, left, middle, right) { Span = Span.Between(left.Span, right.Span) };
    }

    private Node Sum()
    {
        var left = Product();
        while ((Current.Is("+") || Current.Is("-")) && !StartsCell())
        {
            var isAddition = Current.Text == "+";
            _at++;
            var right = Product();
            if (Make.Is(right, Heads.Percent) && !Make.Is(left, Heads.Percent))
            {
                var head = isAddition ? Heads.AddPercent : Heads.SubtractPercent;
                left = Join(head, left, ((ApplyNode)right)[0]);
            }
            else
            {
                left = Join(isAddition ? Heads.Add : Heads.Subtract, left, right);
            }
        }

        return left;
    }

    private Node Product()
    {
        var left = Signed();
        while (true)
        {
            var head = Make.Is(left, Heads.Percent) && IsWord("of") ? Heads.Multiply : ProductHead();
            if (head is null && (!StartsOperand() || StartsCell()))
                return left;
            if (head is not null)
                _at++;
            else if (Current.Kind == TokenKind.Number)
                throw Unexpected("operator");
            left = Join(head ?? Heads.Multiply, left, Signed());
        }
    }

    private string? ProductHead()
    {
        if (IsWord("mod"))
            return Heads.Modulo;
        if (Current.Kind != TokenKind.Operator)
            return null;
        return Current.Text switch
        {
            "*" => Heads.Multiply,
            "/" => Heads.Divide,
            "\\" => Heads.LeftDivide,
            "%" => Heads.Modulo,
            ".*" => Heads.EntryMultiply,
            "./" => Heads.EntryDivide,
            _ => null,
        };
    }

    private Node Signed()
    {
        if (!Current.Is("-") && !Current.Is("+"))
            return Chain(stopAtFunction: false);
        var sign = Current;
        _at++;
        Deeper();
        var operand = Signed();
        _depth--;
        return new ApplyNode(sign.Text == "-" ? Heads.Negate : Heads.Plus, operand)
        {
            Span = Span.Between(sign.Span, operand.Span),
        };
    }

    private void Deeper()
    {
        if (++_depth > _budget.Limits.Depth)
            throw new CalculatorException("limit.depth", ("limit", _budget.Limits.Depth)).At(Current.Span);
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private ApplyNode Join(string head, Node left, Node right)
    {
        var joined = new ApplyNode(head, left, right) { Span = Span.Between(left.Span, right.Span) };
        _budget.Nodes(joined);
        return joined;
    }

    private bool IsWord(string word) =>
        Current.Kind == TokenKind.Name && Current.Text == word && _classify(word) != NameKind.Variable;

    private CalculatorException Unexpected(params string[] expected)
    {
        var token = Current;
        return token.Kind == TokenKind.End
            ? new CalculatorException("syntax.end") { Expected = expected }.At(token.Span)
            : new CalculatorException("syntax.unexpected", ("text", token.Text)) { Expected = expected }.At(token.Span);
    }
}
