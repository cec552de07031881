using System.Collections.Immutable;
using System.Globalization;
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

        if (kind == NameKind.Unknown && Differential() is { } derivative)
            return derivative;
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
        var isLimit = name.Text is "limit" or "lim";
        _equations += isOde ? 1 : 0;
        var items = Arguments(out var close, arrows: isLimit);
        _equations -= isOde ? 1 : 0;
        if (isLimit && items.Length == 2 && StartsOperand())
        {
            // lim(x -> 0) sin(x)/x
            var body = Product();
            items = items.Insert(0, body);
            close = body.Span;
        }

        var call = new ApplyNode(isLimit ? "limit" : name.Text, items) { Span = Span.Between(name.Span, close) };
        _budget.Nodes(call);
        return call;
    }

    /// <summary>d/dx x^2 and d²/dx² sin x, as on paper: over the next product.</summary>
    private ApplyNode? Differential()
    {
        if (Current.Text != "d")
            return null;
        var at = _at + 1;
        var order = Order(ref at);
        if (!_tokens[at].Is("/") || _tokens[at + 1] is not { Kind: TokenKind.Name, Text: ['d', _, ..] } below)
            return null;
        at += 2;
        if (KindOf(below.Text) != NameKind.Unknown || Order(ref at) != order || !StartsOperandAt(at))
            return null;
        var start = Current.Span;
        _at = at;
        Deeper();
        var body = Product();
        _depth--;
        var span = Span.Between(start, body.Span);
        var variable = new SymbolNode(below.Text[1..]) { Span = below.Span };
        for (var i = 0; i < order; i++)
            body = new ApplyNode("diff", body, variable) { Span = span };
        _budget.Nodes(body);
        return (ApplyNode)body;
    }

    /// <summary>The small number behind a d, 1 without one; 0 for what is none.</summary>
    private int Order(ref int at)
    {
        var isPower = _tokens[at].Is("^");
        var number = _tokens[isPower ? at + 1 : at];
        if (!isPower && number.Kind != TokenKind.Superscript)
            return 1;
        at += isPower ? 2 : 1;
        return int.TryParse(number.Text, CultureInfo.InvariantCulture, out var order) && order is > 0 and <= 10
            ? order
            : 0;
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
        var (bars, spaced) = (_bars, _spaced);
        (_bars, _spaced) = (0, false);
        var items = ImmutableArray.CreateBuilder<Node>();
        if (!Current.Is("}"))
        {
            items.Add(Expression());
            while (Current.Is(",") || Current.Kind == TokenKind.Separator)
            {
                _at++;
                if (Current.Is("}"))
                    break;
                items.Add(Expression());
                _budget.Elements(items.Count);
            }
        }

        (_bars, _spaced) = (bars, spaced);
        var end = Close("}", open);
        return new ApplyNode(Heads.List, items.ToImmutable()) { Span = Span.Between(open, end) };
    }
}
