using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Numeric;

/// <summary>A tree as a function on doubles, for loops. Where the value is not real the function gives NaN.</summary>
internal sealed class RealCompiler
{
    private static readonly FrozenDictionary<string, Func<double, double, double>> Comparisons = new Dictionary<
        string,
        Func<double, double, double>
    >
    {
        [Heads.Equal] = (a, b) => Known(a == b, a, b),
        [Heads.NotEqual] = (a, b) => Known(a != b, a, b),
        [Heads.Less] = (a, b) => Known(a < b, a, b),
        [Heads.LessOrEqual] = (a, b) => Known(a <= b, a, b),
        [Heads.Greater] = (a, b) => Known(a > b, a, b),
        [Heads.GreaterOrEqual] = (a, b) => Known(a >= b, a, b),
        [Heads.And] = (a, b) => a == 0 || b == 0 ? 0 : Known(true, a, b),
        [Heads.Or] = (a, b) => IsTrue(a) || IsTrue(b) ? 1 : Known(false, a, b),
        [Heads.Xor] = (a, b) => Known((a != 0) != (b != 0), a, b),
    }.ToFrozenDictionary();

    private readonly Dictionary<string, int> _places;

    /// <summary>What is compared with a missing value is neither true nor false.</summary>
    private static double Known(bool truth, double a, double b) =>
        double.IsNaN(a) || double.IsNaN(b) ? double.NaN
        : truth ? 1
        : 0;

    private static bool IsTrue(double value) => value != 0 && !double.IsNaN(value);

    private RealCompiler(IReadOnlyList<string> names)
    {
        _places = [];
        for (var i = 0; i < names.Count; i++)
            _places[names[i]] = i;
    }

    public static Func<double[], double> Compile(Node node, params IReadOnlyList<string> names) =>
        new RealCompiler(names).Compile(node);

    public static Func<double, double> CompileOne(Node node, string name, Budget budget)
    {
        var function = Compile(node, name);
        var cost = node.Count;
        var place = new double[1];
        return x =>
        {
            budget.Spend(cost);
            place[0] = x;
            return function(place);
        };
    }

    private Func<double[], double> Compile(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case NumberNode { Value.IsReal: true } number:
                var value = number.Value.ToDouble();
                return _ => value;
            case NumberNode:
                return _ => double.NaN;
            case SymbolNode symbol:
                return Name(symbol);
            case ApplyNode apply:
                return Apply(apply);
            default:
                throw new CalculatorException("value.scalar").At(node.Span);
        }
    }

    private Func<double[], double> Name(SymbolNode symbol)
    {
        if (_places.TryGetValue(symbol.Name, out var place))
            return x => x[place];
        if (Constants.Mathematical.TryGetValue(symbol.Name, out var constant))
            return _ => constant;
        if (symbol.Name is "true" or "false" or "undefined")
        {
            var truth =
                symbol.Name == "undefined" ? double.NaN
                : symbol.Name == "true" ? 1.0
                : 0;
            return _ => truth;
        }

        throw new CalculatorException("name.unknown", ("name", symbol.Name)).At(symbol.Span);
    }

    private Func<double[], double> Apply(ApplyNode apply)
    {
        switch (apply.Head)
        {
            case Heads.Add:
                return Sum(apply);
            case Heads.Multiply or Heads.EntryMultiply:
                return Product(apply);
            case Heads.Power or Heads.EntryPower:
                return Power(apply);
            case Heads.Subtract or Heads.Equation:
                return Two(apply, (a, b) => x => a(x) - b(x));
            case Heads.Divide or Heads.EntryDivide:
                return Two(apply, (a, b) => x => a(x) / b(x));
            case Heads.LeftDivide:
                return Two(apply, (a, b) => x => b(x) / a(x));
            case Heads.Negate:
                var negated = Compile(apply[0]);
                return x => -negated(x);
            case Heads.Plus:
                return Compile(apply[0]);
            case Heads.Percent:
                var percent = Compile(apply[0]);
                return x => percent(x) / 100;
            case Heads.AddPercent:
                return Two(apply, (a, b) => x => a(x) * (1 + (b(x) / 100)));
            case Heads.SubtractPercent:
                return Two(apply, (a, b) => x => a(x) * (1 - (b(x) / 100)));
            case Heads.Not:
                var not = Compile(apply[0]);
                return x => not(x) is var value && double.IsNaN(value) ? value : Known(value == 0, value, value);
            default:
                return Comparisons.TryGetValue(apply.Head, out var comparison)
                    ? Two(apply, (a, b) => x => comparison(a(x), b(x)))
                    : Function(apply);
        }
    }

    private Func<double[], double> Two(
        ApplyNode apply,
        Func<Func<double[], double>, Func<double[], double>, Func<double[], double>> join
    ) => join(Compile(apply[0]), Compile(apply[1]));

    private Func<double[], double> Sum(ApplyNode apply)
    {
        if (apply.Arguments.Length == 2)
            return Two(apply, (a, b) => x => a(x) + b(x));
        var terms = apply.Arguments.Select(Compile).ToArray();
        return x =>
        {
            double total = 0;
            foreach (var term in terms)
                total += term(x);
            return total;
        };
    }

    private Func<double[], double> Product(ApplyNode apply)
    {
        if (apply.Arguments.Length == 2)
            return Two(apply, (a, b) => x => a(x) * b(x));
        // Numerators and denominators apart: a·b⁻¹ is computed as a/b.
        var above = new List<Func<double[], double>>();
        var below = new List<Func<double[], double>>();
        foreach (var factor in apply.Arguments)
        {
            if (factor is ApplyNode { Head: Heads.Power } power && power[1].Equals(NumberNode.MinusOne))
                below.Add(Compile(power[0]));
            else
                above.Add(Compile(factor));
        }

        var up = above.ToArray();
        var down = below.ToArray();
        return x =>
        {
            double value = 1;
            foreach (var factor in up)
                value *= factor(x);
            foreach (var factor in down)
                value /= factor(x);
            return value;
        };
    }

    private Func<double[], double> Power(ApplyNode apply)
    {
        var a = Compile(apply[0]);
        if (apply[0] is SymbolNode { Name: "e" } && !_places.ContainsKey("e"))
        {
            var exponent = Compile(apply[1]);
            return x => Math.Exp(exponent(x));
        }

        if (apply[1].Equals(NumberNode.Half))
            return x => Math.Sqrt(a(x));
        if (Make.IsInteger(apply[1], out var n))
        {
            return n switch
            {
                2 => x =>
                {
                    var value = a(x);
                    return value * value;
                },
                3 => x =>
                {
                    var value = a(x);
                    return value * value * value;
                },
                -1 => x => 1 / a(x),
                _ => x => Math.Pow(a(x), n),
            };
        }

        var b = Compile(apply[1]);
        return x => Math.Pow(a(x), b(x));
    }

    private Func<double[], double> Function(ApplyNode apply)
    {
        var entry =
            FunctionTable.Find(apply.Head)
            ?? throw new CalculatorException("function.unknown", ("name", apply.Head)).At(apply.Span);
        Algebra.Arity(entry, apply.Arguments.Length);
        var parts = apply.Arguments.Select(Compile).ToArray();
        if (entry.Real is { } one && parts.Length == 1)
        {
            var part = parts[0];
            return x => part(x) is var value && double.IsNaN(value) ? value : one(value);
        }

        if (entry.Real2 is { } two && parts.Length == 2)
        {
            var (a, b) = (parts[0], parts[1]);
            return x =>
            {
                var (first, second) = (a(x), b(x));
                return double.IsNaN(first) || double.IsNaN(second) ? double.NaN : two(first, second);
            };
        }

        if (entry.RealMany is { } many)
            return x =>
            {
                var values = Array.ConvertAll(parts, p => p(x));
                return !entry.TakesMissing && values.Any(double.IsNaN) ? double.NaN : many(values);
            };
        if (entry.Complex is not null || entry.ComplexMany is not null)
            return _ => double.NaN;
        throw new CalculatorException("function.numeric", ("name", entry.Name)).At(apply.Span);
    }
}
