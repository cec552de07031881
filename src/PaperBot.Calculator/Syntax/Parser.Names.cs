using System.Collections.Immutable;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

internal sealed partial class Parser
{
    private Node Name()
    {
        var token = Current;
        var kind = KindOf(token.Text);
        if (token.Text == "const" || IsWord("and") || IsWord("or") || IsWord("xor") || IsWord("mod"))
            throw Unexpected("operand");
        if (kind == NameKind.Unknown && !Next.Is("=") && Split(token) is { } parts)
        {
            _tokens.RemoveAt(_at);
            _tokens.InsertRange(_at, parts);
            return Name();
        }

        _at++;
        var symbol = new SymbolNode(token.Text) { Span = token.Span };
        if (_equations > 0 && kind is NameKind.Unknown or NameKind.Variable && Current.Is("("))
        {
            var items = Arguments(out var close);
            return new ApplyNode(Heads.At, items.Insert(0, symbol)) { Span = Span.Between(token.Span, close) };
        }

        if (Current.Is("(") && (kind == NameKind.Function || (kind == NameKind.Unknown && IsCall(token))))
            return Call(token);
        if (Current.Is("[") && !Current.SpaceBefore && kind == NameKind.Variable)
            return Index(symbol);
        return kind == NameKind.Function && !Current.Is("'") ? Prefix(token) : symbol;
    }

    /// <summary>An unknown name before a bracket: x(x+1) is a product, foo(1) and f(1, 2) are calls.</summary>
    private bool IsCall(Token name)
    {
        if (name.Text.Length > 1 && name.Text[1] != '_' && !Alphabet.Greek.Values.Contains(name.Text))
            return true;
        var depth = 0;
        for (var i = _at; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (token.Is("(") || token.Is("[") || token.Is("{"))
                depth++;
            else if ((token.Is(")") || token.Is("]") || token.Is("}")) && --depth == 0)
                return i == _at + 1;
            else if (depth == 1 && token.Is(","))
                return true;
        }

        return false;
    }

    private ApplyNode Call(Token name)
    {
        var isOde = name.Text == "ode";
        _equations += isOde ? 1 : 0;
        var items = Arguments(out var close);
        _equations -= isOde ? 1 : 0;
        var call = new ApplyNode(name.Text, items) { Span = Span.Between(name.Span, close) };
        _budget.Nodes(call);
        return call;
    }

    private ApplyNode Index(SymbolNode symbol)
    {
        var open = Current.Span;
        _at++;
        var items = ImmutableArray.CreateBuilder<Node>();
        items.Add(symbol);
        items.Add(Expression());
        if (Current.Is(","))
        {
            _at++;
            items.Add(Expression());
        }

        var end = Close("]", open);
        return new ApplyNode(Heads.Index, items.ToImmutable()) { Span = Span.Between(symbol.Span, end) };
    }

    /// <summary>sin x, sin 2x, sin² x, sin^2 x, sin^-1 x: a function without brackets around its argument.</summary>
    private Node Prefix(Token name)
    {
        Node? exponent = null;
        if (Current.Kind == TokenKind.Superscript)
        {
            exponent = Small(Current);
            _at++;
        }
        else if (Current.Is("^") || Current.Is("**"))
        {
            _at++;
            exponent = Exponent();
        }

        if (exponent is null && !StartsOperand() && !Current.Is("-") && !Current.Is("√"))
            return new SymbolNode(name.Text) { Span = name.Span };
        Deeper();
        Node argument;
        if (Current.Is("(") && exponent is not null)
        {
            var items = Arguments(out var close);
            var called = new ApplyNode(name.Text, items) { Span = Span.Between(name.Span, close) };
            _depth--;
            return Raised(called, exponent);
        }

        if (Current.Is("-"))
        {
            var sign = Current.Span;
            _at++;
            var operand = Chain(stopAtFunction: true);
            argument = new ApplyNode(Heads.Negate, operand) { Span = Span.Between(sign, operand.Span) };
        }
        else
        {
            if (!StartsOperand())
                throw Unexpected("operand");
            argument = Chain(stopAtFunction: true);
        }

        _depth--;
        return Raised(new ApplyNode(name.Text, argument) { Span = Span.Between(name.Span, argument.Span) }, exponent);
    }

    private ApplyNode Raised(ApplyNode call, Node? exponent)
    {
        if (exponent is null)
            return call;
        var isInverse = exponent is ApplyNode { Head: Heads.Negate } negated && Make.IsOne(negated[0]);
        if (isInverse && _classify("a" + call.Head) == NameKind.Function)
            return new ApplyNode("a" + call.Head, call.Arguments) { Span = call.Span };
        return Join(Heads.Power, call, exponent);
    }

    /// <summary>xy is x·y, sinx is sin x, xsin is x·sin, 2pix is 2·pi·x: when the whole means nothing else.</summary>
    private List<Token>? Split(Token name)
    {
        var text = name.Text;
        if (text.Length is < 2 or > 8 || !text.All(char.IsAsciiLetterLower))
            return null;
        for (var letters = text.Length; letters >= 0; letters--)
        {
            if (
                text.Take(letters).All(c => SplitLetters.Contains(c, StringComparison.Ordinal))
                && Rest(text[letters..]) is { } rest
            )
            {
                var parts = new List<Token>();
                var start = 0;
                foreach (var part in text[..letters].Select(c => c.ToString()).Concat(rest))
                {
                    var span = new Span(name.Span.Start + start, part.Length);
                    parts.Add(new Token(TokenKind.Name, part, span, start == 0 && name.SpaceBefore));
                    start += part.Length;
                }

                return parts.Count > 1 ? parts : null;
            }
        }

        return null;
    }

    private string[]? Rest(string text)
    {
        if (text.Length == 0 || (KindOf(text) == NameKind.Function && text.Length >= 2))
            return text.Length == 0 ? [] : [text];
        var last = text[^1];
        var head = text[..^1];
        if (!SplitLetters.Contains(last, StringComparison.Ordinal) || head.Length < 2)
            return null;
        return head is "sin" or "cos" or "tan" or "ln" or "log" or "exp" or "sqrt" or "pi"
            ? [head, last.ToString()]
            : null;
    }

    private ApplyNode List()
    {
        var open = Current.Span;
        _at++;
        var bars = _bars;
        _bars = 0;
        var items = ImmutableArray.CreateBuilder<Node>();
        if (!Current.Is("}"))
        {
            items.Add(Expression());
            while (Current.Is(",") || Current.Kind == TokenKind.Separator)
            {
                _at++;
                items.Add(Expression());
                _budget.Elements(items.Count);
            }
        }

        _bars = bars;
        var end = Close("}", open);
        return new ApplyNode(Heads.List, items.ToImmutable()) { Span = Span.Between(open, end) };
    }

    private MatrixNode Matrix()
    {
        var open = Current.Span;
        _at++;
        var bars = _bars;
        _bars = 0;
        var rows = new List<List<Node>> { new() };
        while (!Current.Is("]"))
        {
            if (Current.Kind == TokenKind.Separator)
            {
                _at++;
                if (rows[^1].Count > 0)
                    rows.Add([]);
                continue;
            }

            rows[^1].Add(Expression());
            _budget.Elements(rows.Count * (long)rows[^1].Count);
            if (Current.Is(","))
            {
                _at++;
                if (Current.Is("]"))
                    throw Unexpected("operand");
            }
            else if (!Current.Is("]") && Current.Kind != TokenKind.Separator)
            {
                _ = Current.Kind == TokenKind.End ? Close("]", open) : throw Unexpected("operator", ",", ";", "]");
            }
        }

        _bars = bars;
        var end = Close("]", open);
        if (rows.Count > 1 && rows[^1].Count == 0)
            rows.RemoveAt(rows.Count - 1);
        return Assemble(rows, Span.Between(open, end));
    }

    /// <summary>[[1, 2], [3, 4]] is the same matrix as [1, 2; 3, 4].</summary>
    private static MatrixNode Assemble(List<List<Node>> rows, Span span)
    {
        if (rows.Count == 1 && rows[0].Count > 0 && rows[0].All(n => n is MatrixNode { Rows: 1 }))
            rows = rows[0].Select(n => ((MatrixNode)n).Entries.ToList()).ToList();
        var columns = rows[0].Count;
        foreach (var row in rows)
        {
            if (row.Count != columns)
                throw new CalculatorException("matrix.ragged", ("first", columns), ("other", row.Count)).At(span);
        }

        if (columns == 0)
            throw new CalculatorException("matrix.empty") { Expected = ["operand"] }.At(span);
        return new MatrixNode(rows.Count, columns, [.. rows.SelectMany(r => r)]) { Span = span };
    }
}
