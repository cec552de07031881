using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

internal readonly record struct Token(TokenKind Kind, string Text, Span Span, bool SpaceBefore)
{
    public Number? Value { get; init; }

    public bool Is(string text) => Kind == TokenKind.Operator && Text == text;
}
