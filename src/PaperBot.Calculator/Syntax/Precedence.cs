using System.Collections.Frozen;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

/// <summary>How tightly operators bind; shared by the parser and the two printers.</summary>
internal static class Precedence
{
    public const int Equation = 1;
    public const int Or = 2;
    public const int And = 3;
    public const int Not = 4;
    public const int Comparison = 5;
    public const int Range = 6;
    public const int Sum = 7;
    public const int Product = 8;
    public const int Sign = 9;
    public const int Power = 11;
    public const int Postfix = 12;
    public const int Atom = 13;

    public static readonly FrozenDictionary<string, int> Binary = new Dictionary<string, int>
    {
        [Heads.Equation] = Equation,
        [Heads.Define] = Equation,
        [Heads.Or] = Or,
        [Heads.Xor] = Or,
        [Heads.And] = And,
        [Heads.Equal] = Comparison,
        [Heads.NotEqual] = Comparison,
        [Heads.Less] = Comparison,
        [Heads.LessOrEqual] = Comparison,
        [Heads.Greater] = Comparison,
        [Heads.GreaterOrEqual] = Comparison,
        [Heads.Range] = Range,
        [Heads.Add] = Sum,
        [Heads.Subtract] = Sum,
        [Heads.AddPercent] = Sum,
        [Heads.SubtractPercent] = Sum,
        [Heads.Multiply] = Product,
        [Heads.Divide] = Product,
        [Heads.LeftDivide] = Product,
        [Heads.Modulo] = Product,
        [Heads.EntryMultiply] = Product,
        [Heads.EntryDivide] = Product,
        [Heads.Power] = Power,
        [Heads.EntryPower] = Power,
    }.ToFrozenDictionary();

    public static int Of(Node node) =>
        node switch
        {
            NumberNode { Value: Numbers.ExactNumber exact } => OfExact(exact),
            NumberNode number => number.Value.Sign < 0 || !number.Value.IsReal ? Sum : Atom,
            ApplyNode { Head: Heads.Negate or Heads.Plus } => Sign,
            ApplyNode { Head: Heads.Not } => Not,
            ApplyNode { Head: Heads.Factorial or Heads.DoubleFactorial or Heads.Percent or Heads.Prime } => Postfix,
            ApplyNode { Arguments.Length: >= 2 } apply when Binary.TryGetValue(apply.Head, out var level) => level,
            _ => Atom,
        };

    private static int OfExact(Numbers.ExactNumber exact)
    {
        if (!exact.Im.IsZero)
            return exact.Re.IsZero && exact.Im.IsOne ? Atom : Sum;
        if (exact.Re.Sign < 0)
            return Sum;
        return exact.Re.IsInteger || exact.IsDecimal ? Atom : Product;
    }
}
