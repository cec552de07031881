using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Tree;

internal sealed class NumberNode(Number value) : Node
{
    public static readonly NumberNode Zero = new(ExactNumber.Zero);
    public static readonly NumberNode One = new(ExactNumber.One);
    public static readonly NumberNode MinusOne = new(ExactNumber.MinusOne);
    public static readonly NumberNode Two = new(ExactNumber.Two);
    public static readonly NumberNode Half = new(new ExactNumber(new Rational(1, 2)));
    public static readonly NumberNode ImaginaryUnit = new(ExactNumber.I);

    public Number Value { get; } = value;

    public override int Count => 1;

    public override int Depth => 1;

    public override bool IsInexact => Value.IsInexact;

    public static NumberNode Of(long value) =>
        value switch
        {
            0 => Zero,
            1 => One,
            -1 => MinusOne,
            2 => Two,
            _ => new NumberNode(new ExactNumber(value)),
        };

    public static NumberNode Of(Rational value) => new(new ExactNumber(value));

    public static NumberNode Of(double value) => new(new FloatNumber(value));

    public override bool Equals(Node? other) => other is NumberNode number && number.Value.Equals(Value);

    protected override int Hash() => Value.GetHashCode();
}
