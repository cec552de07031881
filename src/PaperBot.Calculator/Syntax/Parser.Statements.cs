using System.Collections.Immutable;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

internal sealed partial class Parser
{
    /// <summary>
    /// simplify (x^2 - 1)/(x - 1), plot sin x + 1: the whole rest is meant, where the bracket, if there is one, does not
    /// stick to the word or is not all that follows.
    /// </summary>
    private ApplyNode? Sentence()
    {
        var verb = Current;
        if (
            verb is not { Kind: TokenKind.Name, Text: "simplify" or "expand" or "factor" or "plot" or "solve" }
            || KindOf(verb.Text) != NameKind.Function
            || (Next.Is("(") && (!Next.SpaceBefore || IsWholeBracket()))
            || Next.Kind is TokenKind.End or TokenKind.Separator
            || (Next.Kind == TokenKind.Operator && Next.Text is not ("(" or "[" or "{" or "-" or "√" or "|"))
        )
            return null;
        _at++;
        var rest = Expression();
        if (verb.Text != "solve")
            return new ApplyNode(verb.Text, rest) { Span = Span.Between(verb.Span, rest.Span) };
        return rest is ApplyNode { Head: Heads.Equation or Heads.List } system
            ? system
            : new ApplyNode(Heads.Equation, rest, NumberNode.Zero) { Span = rest.Span };
    }

    /// <summary>The bracket after the word closes at the end of the statement.</summary>
    private bool IsWholeBracket()
    {
        var depth = 0;
        for (var i = _at + 1; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is("(") || _tokens[i].Is("[") || _tokens[i].Is("{"))
                depth++;
            else if ((_tokens[i].Is(")") || _tokens[i].Is("]") || _tokens[i].Is("}")) && --depth == 0)
                return _tokens[i + 1].Kind is TokenKind.End or TokenKind.Separator;
        }

        return true;
    }

    /// <summary>f(x, y) = …, recognised ahead because f is not yet a function when it is read.</summary>
    private ApplyNode? DefinedFunction()
    {
        if (Current.Kind != TokenKind.Name || !Next.Is("("))
            return null;
        var parameters = ImmutableArray.CreateBuilder<Node>();
        var ahead = _at + 2;
        while (_tokens[ahead].Kind == TokenKind.Name)
        {
            parameters.Add(new SymbolNode(_tokens[ahead].Text) { Span = _tokens[ahead].Span });
            ahead++;
            if (!_tokens[ahead].Is(","))
                break;
            ahead++;
        }

        if (parameters.Count == 0 || !_tokens[ahead].Is(")"))
            return null;
        var sign = _tokens[ahead + 1];
        if (!sign.Is("=") && !sign.Is(":="))
            return null;
        var name = Current;
        if (_classify(name.Text) == NameKind.Variable && sign.Is("="))
            return null;
        _functions.Add(name.Text);
        _at = ahead + 2;
        var left = new ApplyNode(name.Text, parameters.ToImmutable()) { Span = name.Span };
        var body = Expression();
        return new ApplyNode(Heads.Define, left, body) { Span = Span.Between(name.Span, body.Span) };
    }
}
