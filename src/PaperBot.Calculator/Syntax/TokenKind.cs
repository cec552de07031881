namespace PaperBot.Calculator.Syntax;

internal enum TokenKind
{
    End,
    Number,
    Name,
    Text,
    Operator,

    /// <summary>An exponent written small, as in x².</summary>
    Superscript,
    Separator,
}
