namespace PaperBot.Tests.Calculator;

public sealed class RootReferenceTests
{
    [Fact]
    public void Roots_of_the_literature_are_found_within_their_tolerance()
    {
        var misses = new List<string>();
        var cases = ReferenceData.Cases("roots.json");
        foreach (var c in cases)
        {
            var bracket = c.GetProperty("bracket");
            var input = $"solve({c.Text("expr")}, x, {bracket[0].GetString()}, {bracket[1].GetString()})";
            var result = Calc.Run(input);
            var expected = c.Number("expected");
            var values = result.Answers.SelectMany(a => a.Values).Select(v => v.Number).ToList();
            if (!values.Any(v => v is { } x && Math.Abs(x - expected) <= c.GetProperty("abs_tol").GetDouble()))
                misses.Add(
                    $"{c.Text("id")} {input}: {string.Join(", ", values)} {result.Error?.Key} instead of {expected:R}"
                );
        }

        ReferenceData.ShouldHold(misses, cases.Count);
    }

    [Fact]
    public void No_root_is_invented()
    {
        foreach (var c in ReferenceData.Cases("roots-none.json"))
        {
            var range = c.TryGetProperty("bracket", out var bracket)
                ? $"{bracket[0].GetString()}, {bracket[1].GetString()}"
                : "-inf, inf";
            var result = Calc.Run($"solve({c.Text("expr")}, x, {range})");

            result.Answers.SelectMany(a => a.Values).ShouldAllBe(v => v.Number == null, c.Text("expr"));
        }
    }

    [Fact]
    public void Polynomials_have_all_their_complex_roots()
    {
        var misses = new List<string>();
        var cases = ReferenceData.Cases("polynomial-roots.json");
        foreach (var c in cases)
        {
            var found = Complexes($"solve({c.Text("poly")} = 0, x)");
            foreach (var root in c.GetProperty("roots").EnumerateArray())
            {
                var (re, im) = (ReferenceData.Value(root[0].GetString()!), ReferenceData.Value(root[1].GetString()!));
                if (
                    !found.Any(f =>
                        Math.Abs(f.Real - re) <= c.GetProperty("abs_tol").GetDouble()
                        && Math.Abs(f.Imaginary - im) <= c.GetProperty("abs_tol").GetDouble()
                    )
                )
                    misses.Add($"{c.Text("id")}: {re} + {im}i not among {string.Join(", ", found)}");
            }
        }

        ReferenceData.ShouldHold(misses, cases.Count);
    }

    private static List<System.Numerics.Complex> Complexes(string input)
    {
        var evaluator = Calc.Evaluator();
        var list = (PaperBot.Calculator.Tree.ApplyNode)evaluator.Evaluate(Calc.Parse(input));
        return
        [
            .. list.Arguments.Select(a =>
                PaperBot
                    .Calculator.Numeric.NumericValue.Of(((PaperBot.Calculator.Tree.ApplyNode)a)[1], evaluator.Budget)!
                    .ToComplex()
            ),
        ];
    }
}
