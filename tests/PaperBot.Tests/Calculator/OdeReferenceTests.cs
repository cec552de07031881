namespace PaperBot.Tests.Calculator;

public sealed class OdeReferenceTests
{
    [Fact]
    public void Differential_equations_reach_the_known_end()
    {
        foreach (var c in ReferenceData.Cases("odes.json"))
        {
            var equations = c.GetProperty("equations").EnumerateArray().Select(q => q.GetString()!).ToList();
            var names = equations.Select(q => q.Split('\'')[0].Trim()).ToList();
            var starts = c.GetProperty("y0")
                .EnumerateArray()
                .Select((y, i) => $"{names[i]}({c.Text("t0")}) = {y.GetString()}");
            var input =
                $"ode({string.Join(", ", equations)}, {string.Join(", ", starts)}, t, {c.Text("t0")}, {c.Text("t1")})";
            var expected = c.GetProperty("expected");
            if (expected.ValueKind == System.Text.Json.JsonValueKind.Null)
            {
                Calc.Text(input).ShouldBe("calculator.ode.blowup", c.Text("name"));
                continue;
            }

            var values = Calc.Numbers(input);
            for (var i = 0; i < values.Count; i++)
                Calc.ShouldBeNear(
                    values[i],
                    ReferenceData.Value(expected[i].GetString()!),
                    c.GetProperty("rel_tol").GetDouble(),
                    1e-12,
                    c.Text("name")
                );
        }
    }
}
