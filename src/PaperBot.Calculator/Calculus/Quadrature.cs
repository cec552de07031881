namespace PaperBot.Calculator.Calculus;

/// <summary>A computed integral with what is known about its error.</summary>
internal readonly record struct Quadrature(double Value, double Error, bool IsConditional = false)
{
    public static Quadrature operator +(Quadrature a, Quadrature b) =>
        new(a.Value + b.Value, a.Error + b.Error, a.IsConditional || b.IsConditional);

    public static Quadrature operator *(double factor, Quadrature a) =>
        new(factor * a.Value, Math.Abs(factor) * a.Error, a.IsConditional);

    public bool IsGood(double relative) => Error <= relative * Math.Max(Math.Abs(Value), 1e-3);
}
