using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>An infinite series: alternating ones by extrapolation, slow positive ones by Euler and Maclaurin.</summary>
internal sealed class SeriesSum(Algebra a, string name)
{
    private const int FarTerms = 20_000;

    public (double Value, double Error, bool IsConditional) Evaluate(Node f, int from)
    {
        var term = Terms(f);
        double direct = 0;
        var sums = new List<double>();
        var values = new List<double>();
        for (var k = 0; k < 400; k++)
        {
            var value = term(from + k);
            if (!double.IsFinite(value))
                throw new CalculatorException(k < 300 ? "math.undefined" : "math.overflow");
            direct += value;
            values.Add(value);
            sums.Add(direct);
            // Geometric or faster: the rest is below what can be seen.
            if (
                k > 5
                && Math.Abs(value) <= 1e-17 * Math.Abs(direct)
                && Math.Abs(values[k - 1]) <= 1e-17 * Math.Abs(direct)
                && Falls(values)
            )
                return (direct, Math.Abs(direct) * 4e-16, false);
        }

        if (IsAlternating(values))
            return Alternating(sums, values);
        var signs = values.TakeLast(60).Select(Math.Sign).Distinct().Where(s => s != 0).Count();
        if (signs > 1)
            return Irregular(term, from, sums, values);
        var ratio = values[^1] / values[^2];
        if (Math.Abs(ratio) < 0.97)
            return Far(term, from, sums);
        return Slow(f, term, from);
    }

    /// <summary>The terms as numbers; factorials and powers that overflow apart are taken with wide exponents.</summary>
    private Func<double, double> Terms(Node f)
    {
        var plain = RealCompiler.CompileOne(f, name, a.Budget);
        return k =>
        {
            var value = plain(k);
            if (double.IsFinite(value))
                return value;
            return BigEvaluator.TryEvaluate(f, 100, a.Budget, name, (long)k)?.ToDouble() ?? double.NaN;
        };
    }

    private static bool Falls(List<double> values)
    {
        var n = values.Count;
        return values[n - 1] == 0
            || values[n - 2] == 0
            || Math.Abs(values[n - 1] / values[n - 2]) < 0.9
            || Math.Abs(values[n - 1]) < 1e-280;
    }

    private static bool IsAlternating(List<double> values)
    {
        for (var i = values.Count - 40; i < values.Count; i++)
        {
            if (values[i] * values[i - 1] >= 0)
                return false;
        }

        return true;
    }

    private static (double Value, double Error, bool IsConditional) Alternating(List<double> sums, List<double> values)
    {
        var n = values.Count;
        var (late, middle) = (Math.Abs(values[n - 1]), Math.Abs(values[n / 2]));
        if (late >= 0.999 * middle)
            throw Divergent.Series();
        var (value, error) = Acceleration.Limit([.. Moving(sums).Take(40)]);
        // The first terms may rise before they fall.
        var (later, laterError) = Acceleration.Limit([.. sums.Skip(100).Take(60)]);
        if (laterError < error)
            (value, error) = (later, laterError);
        // The true sum lies between neighbours of the far partial sums.
        var (a, b) = (sums[n - 1], sums[n - 2]);
        if (value < Math.Min(a, b) - error || value > Math.Max(a, b) + error)
            (value, error) = ((a + b) / 2, late);
        return (value, error, Math.Log(middle / late) / Math.Log(2) <= 1.02);
    }

    /// <summary>Without the sums after terms that are zero: extrapolation takes standing still for the limit.</summary>
    private static IEnumerable<double> Moving(List<double> sums) =>
        sums.Where((s, i) => s != (i == 0 ? 0 : sums[i - 1]));

    private static (double Value, double Error, bool IsConditional) Irregular(
        Func<double, double> term,
        int from,
        List<double> sums,
        List<double> values
    )
    {
        var late = values.TakeLast(40).Max(Math.Abs);
        var middle = values.Skip(180).Take(40).Max(Math.Abs);
        if (late >= 0.995 * middle)
            throw Divergent.Series();
        var (value, error) = Acceleration.Epsilon([.. Moving(sums).Take(120)]);
        var isConditional = Math.Log(middle / late) / Math.Log(2) <= 1.02;
        // Terms without a rule may be large far out, as tan(k)/k^5: what many terms really add up to is the judge.
        var far = sums[^1];
        late = 0;
        for (var k = sums.Count; k < FarTerms; k++)
        {
            var next = term((double)from + k);
            if (!double.IsFinite(next))
                throw new CalculatorException("math.undefined");
            far += next;
            if (k >= FarTerms - 200)
                late = Math.Max(late, Math.Abs(next));
        }

        var apart = Math.Abs(far - value);
        return apart > 100 * Math.Max(error, late)
            ? (far, apart, isConditional)
            : (value, Math.Max(error, Math.Max(apart, late)), isConditional);
    }

    private (double Value, double Error, bool IsConditional) Far(Func<double, double> term, int from, List<double> sums)
    {
        var total = sums[^1];
        var value = double.MaxValue;
        for (var k = sums.Count; Math.Abs(value) > 1e-18 * Math.Abs(total); k++)
        {
            value = term((double)from + k);
            total += value;
            if (k > a.Budget.Limits.Terms || !double.IsFinite(total))
                throw Divergent.Series();
        }

        return (total, Math.Abs(total) * 1e-14, false);
    }

    /// <summary>Σ f(k) from N = ∫ f + f(N)/2 − Σ B(2j)/(2j)!·f^(2j−1)(N).</summary>
    private (double Value, double Error, bool IsConditional) Slow(Node f, Func<double, double> term, int from)
    {
        var far = RealCompiler.CompileOne(f, name, a.Budget);
        if (!Growth.ConvergesAtInfinity(far, a.Budget))
            throw Divergent.Series();
        var start = Math.Max(from, 0) + 30;
        double total = 0;
        for (var k = from; k < start; k++)
            total += term(k);
        var place = NumberNode.Of(start);
        Quadrature rest;
        try
        {
            rest = new Integrator(a, name).Integrate(f, place, Algebra.Infinity);
        }
        catch (CalculatorException e) when (Divergent.Is(e))
        {
            throw Divergent.Series();
        }

        total += rest.Value + (term(start) / 2);
        var differentiator = new Differentiator(a);
        var slope = f;
        double factorial = 1,
            last = 0;
        for (var j = 1; j <= 7; j++)
        {
            slope = differentiator.Differentiate(j == 1 ? slope : differentiator.Differentiate(slope, name), name);
            factorial *= 2 * j * ((2 * j) - 1);
            if (slope.Count > 3000)
                break;
            last =
                Functions.Special.BigGamma.Bernoulli(j).ToDouble()
                / factorial
                * RealCompiler.CompileOne(slope, name, a.Budget)(start);
            if (!double.IsFinite(last))
                return (total, double.PositiveInfinity, false);
            total -= last;
            if (Math.Abs(last) < 1e-17 * Math.Abs(total))
                break;
        }

        return (total, rest.Error + Math.Abs(last) + (Math.Abs(total) * 1e-15), false);
    }
}
