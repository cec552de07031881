using System.Globalization;
using System.Text.Json;
using PaperBot.Testing;

namespace PaperBot.Tests.Calculator;

public sealed class StatisticsReferenceTests
{
    [Fact]
    public void Large_offsets_do_not_spoil_a_standard_deviation()
    {
        var path = TestData.Require("06-calculator", "nist-strd", "univariate-numacc.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var set in document.RootElement.EnumerateObject())
        {
            var make = set.Value.GetProperty("make").GetString()!;
            var data = Data(make, set.Value.GetProperty("n").GetInt32());
            var list = "{" + string.Join(", ", data) + "}";
            var limits = PaperBot.Calculator.CalculatorLimits.Default with { InputLength = 100_000 };

            Calc.Run($"mean({list})", limits).Answers[0].Values[0].Number.ShouldBe(set.Value.Number("mean"), set.Name);
            Calc.ShouldBeNear(
                Calc.Run($"std({list})", limits).Answers[0].Values[0].Number!.Value,
                set.Value.Number("sd"),
                1e-15,
                0,
                set.Name
            );
        }
    }

    /// <summary>"a then b,c alternating" as numbers.</summary>
    private static IEnumerable<string> Data(string make, int count)
    {
        if (!make.Contains("then", StringComparison.Ordinal))
            return make.Split(',');
        var parts = make.Split(" then ");
        var pair = parts[1].Split(' ')[0].Split(',');
        return Enumerable
            .Range(0, count)
            .Select(i => i == 0 ? parts[0] : pair[(i + 1) % 2].Trim().ToString(CultureInfo.InvariantCulture));
    }
}
