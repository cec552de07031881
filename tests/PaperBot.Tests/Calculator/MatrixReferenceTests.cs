using System.Text.Json;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Numeric;

namespace PaperBot.Tests.Calculator;

public sealed class MatrixReferenceTests
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["inv"] = "inv({A})",
        ["det"] = "det({A})",
        ["eigenvalues"] = "eigenvalues({A})",
        ["solve"] = "{A} \\ {b}",
        ["expm"] = "expm({A})",
        ["logm"] = "logm({A})",
        ["sqrtm"] = "sqrtm({A})",
        ["multiply"] = "{A} * {B}",
        ["transpose"] = "transpose({A})",
        ["norm 2"] = "norm({A})",
        ["norm 1"] = "norm({A}, 1)",
        ["norm inf"] = "norm({A}, inf)",
        ["norm fro"] = "norm({A}, \"fro\")",
        ["condition number 2"] = "cond({A})",
        ["rank"] = "rank({A})",
        ["trace"] = "trace({A})",
        ["singular values"] = "singularvalues({A})",
        ["pinv"] = "pinv({A})",
    };

    [Fact]
    public void Matrices_of_the_literature_are_within_their_tolerance()
    {
        var misses = new List<string>();
        var cases = ReferenceData.Cases("matrices.json");
        foreach (var c in cases)
        {
            var input = Names[c.Text("op")]
                .Replace("{A}", ReferenceData.Matrix(c.GetProperty("A")), StringComparison.Ordinal);
            foreach (var other in (string[])["b", "B"])
            {
                if (c.TryGetProperty(other, out var matrix))
                    input = input.Replace("{" + other + "}", ReferenceData.Matrix(matrix), StringComparison.Ordinal);
            }

            var expected = c.GetProperty("expected");
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Calc.Run(input).Error.ShouldNotBeNull(c.Text("id"));
                continue;
            }

            var evaluator = Calc.Evaluator();
            var actual = ListFunctions
                .Items(evaluator.Evaluate(Calc.Parse(input)))
                .Select(n => NumericValue.Of(n, evaluator.Budget)!.ToDouble())
                .ToList();
            var wanted = Flatten(expected).ToList();
            var scale = wanted.Max(Math.Abs);
            var isGood =
                actual.Count == wanted.Count
                && actual
                    .Zip(
                        wanted,
                        (x, y) =>
                            Math.Abs(x - y)
                            <= c.GetProperty("rel_tol").GetDouble() * Math.Max(Math.Abs(y), scale * 1e-10)
                    )
                    .All(b => b);
            if (!isGood)
                misses.Add(
                    $"{c.Text("id")} {input}: {string.Join(", ", actual)} instead of {string.Join(", ", wanted)}"
                );
        }

        ReferenceData.ShouldHold(misses, cases.Count);
    }

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().SelectMany(Flatten)
            : [ReferenceData.Value(element.GetString()!)];
}
