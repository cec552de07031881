using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Sines of the angles that have a short exact form, and the way back.</summary>
internal static class ExactValues
{
    /// <summary>sin(angle) for angle = q·π with a known value; null otherwise.</summary>
    public static Node? Sin(Algebra a, Node angle) => Turn(angle) is { } turn ? SinOfTurn(a, turn) : null;

    public static Node? Cos(Algebra a, Node angle) =>
        Turn(angle) is { } turn ? SinOfTurn(a, turn + new Rational(1, 2)) : null;

    /// <summary>The angle q·π in [0, π/2] whose sine is the value; null when not in the table.</summary>
    public static Rational? Asin(Algebra a, Node value)
    {
        foreach (
            var turn in (ReadOnlySpan<Rational>)
                [Q(0, 1), Q(1, 12), Q(1, 10), Q(1, 6), Q(1, 5), Q(1, 4), Q(3, 10), Q(1, 3), Q(2, 5), Q(5, 12), Q(1, 2)]
        )
        {
            if (FirstQuadrant(a, turn) is { } known && known.Equals(value))
                return turn;
        }

        return null;
    }

    public static Rational? Atan(Algebra a, Node value)
    {
        foreach (var turn in (ReadOnlySpan<Rational>)[Q(0, 1), Q(1, 12), Q(1, 6), Q(1, 4), Q(1, 3), Q(5, 12)])
        {
            if (Tan(a, turn) is { } known && known.Equals(value))
                return turn;
        }

        return null;
    }

    public static Node? Tan(Algebra a, Rational turn) =>
        (turn - turn.Floor()) is var part && part.IsZero ? NumberNode.Zero
        : part == Q(1, 4) ? NumberNode.One
        : part == Q(3, 4) ? NumberNode.MinusOne
        : part == Q(1, 3) ? a.Sqrt(NumberNode.Of(3))
        : part == Q(2, 3) ? a.Negate(a.Sqrt(NumberNode.Of(3)))
        : part == Q(1, 6) ? a.Divide(a.Sqrt(NumberNode.Of(3)), NumberNode.Of(3))
        : part == Q(5, 6) ? a.Negate(a.Divide(a.Sqrt(NumberNode.Of(3)), NumberNode.Of(3)))
        : part == Q(1, 12) ? a.Subtract(NumberNode.Two, a.Sqrt(NumberNode.Of(3)))
        : part == Q(5, 12) ? a.Sum(NumberNode.Two, a.Sqrt(NumberNode.Of(3)))
        : null;

    /// <summary>q for an angle q·π with rational q.</summary>
    public static Rational? Turn(Node angle)
    {
        if (Make.IsZero(angle))
            return Rational.Zero;
        var (coefficient, rest) = Algebra.Split(angle);
        if (rest is SymbolNode { Name: "deg" } && coefficient is ExactNumber { IsReal: true } degrees)
            return degrees.Re / 180;
        return rest is SymbolNode { Name: "pi" } && coefficient is ExactNumber { IsReal: true, IsDecimal: false } q
            ? q.Re
            : null;
    }

    private static Rational Q(int a, int b) => new(a, b);

    private static Node? SinOfTurn(Algebra a, Rational turn)
    {
        // Into [0, 2), then by symmetry into [0, 1/2].
        turn -= new Rational(2) * (turn / 2).Floor();
        var isNegative = turn >= 1;
        if (isNegative)
            turn -= 1;
        if (turn > Q(1, 2))
            turn = 1 - turn;
        var value = FirstQuadrant(a, turn);
        return value is null || !isNegative ? value : a.Negate(value);
    }

    private static Node? FirstQuadrant(Algebra a, Rational turn)
    {
        if (turn.Denominator > 12)
            return null;
        return ((int)turn.Numerator, (int)turn.Denominator) switch
        {
            (0, _) => NumberNode.Zero,
            (1, 2) => NumberNode.One,
            (1, 6) => NumberNode.Half,
            (1, 4) => a.Divide(Root(a, 2), NumberNode.Two),
            (1, 3) => a.Divide(Root(a, 3), NumberNode.Two),
            (1, 12) => Quarter(a, a.Subtract(Root(a, 6), Root(a, 2))),
            (5, 12) => Quarter(a, a.Sum(Root(a, 6), Root(a, 2))),
            (1, 10) => Quarter(a, a.Subtract(Root(a, 5), NumberNode.One)),
            (3, 10) => Quarter(a, a.Sum(Root(a, 5), NumberNode.One)),
            (1, 5) => Quarter(a, a.Sqrt(a.Subtract(NumberNode.Of(10), a.Product(NumberNode.Two, Root(a, 5))))),
            (2, 5) => Quarter(a, a.Sqrt(a.Sum(NumberNode.Of(10), a.Product(NumberNode.Two, Root(a, 5))))),
            _ => null,
        };
    }

    private static Node Root(Algebra a, int value) => a.Sqrt(NumberNode.Of(value));

    private static Node Quarter(Algebra a, Node value) => a.Divide(value, NumberNode.Of(4));
}
