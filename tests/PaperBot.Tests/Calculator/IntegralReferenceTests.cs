namespace PaperBot.Tests.Calculator;

public sealed class IntegralReferenceTests
{
    [Fact]
    public void Integrals_of_the_literature_are_within_their_tolerance()
    {
        var misses = new List<string>();
        var cases = ReferenceData.Cases("integrals.json");
        foreach (var c in cases)
        {
            var input = $"integrate({c.Text("expr")}, {c.Text("var")}, {c.Text("a")}, {c.Text("b")})";
            var result = Calc.Run(input);
            var value = result.Answers.Count == 1 ? result.Answers[0].Values[0].Number : null;
            var expected = c.Number("expected");
            var tolerance = Math.Max(
                c.GetProperty("abs_tol").GetDouble(),
                c.GetProperty("rel_tol").GetDouble() * Math.Abs(expected)
            );
            if (value is null || !(Math.Abs(value.Value - expected) <= tolerance))
                misses.Add($"{c.Text("id")} {input}: {value:R} {result.Error?.Key} instead of {expected:R}");
        }

        ReferenceData.ShouldHold(misses, cases.Count);
    }

    [Fact]
    public void Divergent_integrals_are_called_divergent()
    {
        foreach (var c in ReferenceData.Cases("integrals-divergent.json"))
        {
            var input = $"integrate({c.Text("expr")}, {c.Text("var")}, {c.Text("a")}, {c.Text("b")})";

            Calc.Text(input).ShouldStartWith("calculator.math.divergent", Case.Sensitive, input);
        }
    }
}
