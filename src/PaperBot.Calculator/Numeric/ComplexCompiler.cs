using System.Numerics;
using System.Runtime.CompilerServices;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Functions.Special;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Numeric;

/// <summary>A tree as a function on complex numbers. Functions that are only real give NaN elsewhere.</summary>
internal sealed class ComplexCompiler
{
    private static readonly Complex NotANumber = new(double.NaN, double.NaN);
    private readonly Dictionary<string, int> _places = [];

    private ComplexCompiler(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            _places[names[i]] = i;
    }

    public static Func<Complex[], Complex> Compile(Node node, params IReadOnlyList<string> names) =>
        new ComplexCompiler(names).Compile(node);

    private Func<Complex[], Complex> Compile(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case NumberNode number:
                var value = number.Value.ToComplex();
                return _ => value;
            case SymbolNode symbol:
                return Name(symbol);
            case ApplyNode apply:
                return Apply(apply);
            default:
                throw new CalculatorException("value.scalar").At(node.Span);
        }
    }

    private Func<Complex[], Complex> Name(SymbolNode symbol)
    {
        if (_places.TryGetValue(symbol.Name, out var place))
            return x => x[place];
        if (Constants.Mathematical.TryGetValue(symbol.Name, out var constant))
            return _ => constant;
        if (symbol.Name is "true" or "false")
            return _ => symbol.Name == "true" ? Complex.One : Complex.Zero;
        throw new CalculatorException("name.unknown", ("name", symbol.Name)).At(symbol.Span);
    }

    private Func<Complex[], Complex> Apply(ApplyNode apply)
    {
        if (apply.Head is Heads.Add or Heads.Multiply or Heads.EntryMultiply)
        {
            var parts = apply.Arguments.Select(Compile).ToArray();
            return apply.Head == Heads.Add
                ? x => parts.Aggregate(Complex.Zero, (total, part) => total + part(x))
                : x => parts.Aggregate(Complex.One, (total, part) => Arithmetic.Times(total, part(x)));
        }

        var a = apply.Arguments.Length > 0 ? Compile(apply[0]) : _ => NotANumber;
        var b = apply.Arguments.Length > 1 ? Compile(apply[1]) : _ => NotANumber;
        return apply.Head switch
        {
            Heads.Subtract or Heads.Equation => x => a(x) - b(x),
            Heads.Divide or Heads.EntryDivide => x => a(x) / b(x),
            Heads.LeftDivide => x => b(x) / a(x),
            Heads.Negate => x => -a(x),
            Heads.Plus => a,
            Heads.Percent => x => a(x) / 100,
            Heads.AddPercent => x => a(x) * (1 + (b(x) / 100)),
            Heads.SubtractPercent => x => a(x) * (1 - (b(x) / 100)),
            Heads.Power or Heads.EntryPower => x => Power(a(x), b(x)),
            _ => Function(apply),
        };
    }

    private static Complex Power(Complex a, Complex b)
    {
        a = BranchCuts.Unsigned(a);
        if (a == Complex.Zero)
            return b.Real > 0 ? Complex.Zero
                : b == Complex.Zero ? Complex.One
                : NotANumber;
        if (b.Imaginary == 0)
        {
            if (a.Imaginary == 0 && (a.Real > 0 || b.Real == Math.Floor(b.Real)))
                return Math.Pow(a.Real, b.Real);
            if (b.Real == 0.5)
                return Complex.Sqrt(a);
            if (b.Real == Math.Floor(b.Real) && Math.Abs(b.Real) <= 64)
            {
                var result = Complex.One;
                for (var i = 0; i < Math.Abs(b.Real); i++)
                    result *= a;
                return b.Real < 0 ? 1 / result : result;
            }
        }

        return Complex.Pow(a, b);
    }

    private Func<Complex[], Complex> Function(ApplyNode apply)
    {
        var parts = apply.Arguments.Select(Compile).ToArray();
        var entry = FunctionTable.Find(apply.Head);
        if (entry?.Complex is { } one && parts.Length == 1)
        {
            var part = parts[0];
            return x => one(BranchCuts.Unsigned(part(x)));
        }

        if (entry?.ComplexMany is { } many)
            return x => many(Array.ConvertAll(parts, p => BranchCuts.Unsigned(p(x))));
        // A real function of real values is still meant; anything else has no value here.
        var names = parts.Select((_, i) => "#" + i).ToArray();
        var real = RealCompiler.Compile(
            new ApplyNode(apply.Head, [.. names.Select(n => (Node)new SymbolNode(n))]) { Span = apply.Span },
            names
        );
        return x =>
        {
            var values = new double[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                var value = parts[i](x);
                if (value.Imaginary != 0)
                    return NotANumber;
                values[i] = value.Real;
            }

            return real(values);
        };
    }
}
