using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PaperBot.Calculator;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// The calculator beside mathjs on the same expressions in the same run: `-- campaign calculator-mathjs [folder]
/// [seconds]`. The folder (default tests/PaperBot.Benchmarks/npm) must have been filled by `npm ci`. Ours reads,
/// evaluates exactly and in decimals, and writes text and LaTeX; mathjs reads and evaluates in doubles.
/// </summary>
internal static class CalculatorMathjs
{
    private const double Aim = 3;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly string[] Expressions =
    [
        "1 + 2",
        "2 + 3 * 4 - 5",
        "(1 + sqrt(5)) / 2",
        "2^10 + 3^7 - 5!",
        "sin(pi / 7) + cos(pi / 5)",
        "exp(-1.5^2 / 2) / sqrt(2 * pi)",
        "log(100, 10) + log(8, 2)",
        "3.7e-3 * 6.02e23 / 8.314",
        "1/3 + 1/7 + 1/11",
        "abs(-3.5) + floor(2.7) + ceil(1.2)",
        "atan2(1, 2) * 180 / pi",
        "(3 + 4i) * (1 - 2i)",
        "sqrt(-4)",
        "gcd(1071, 462) + lcm(4, 6)",
        "combinations(20, 6)",
        "gamma(4.5)",
        "mean([1, 2, 3, 4, 10])",
        "std([2.5, 3.5, 1.5, 4.0])",
        "[1, 2; 3, 4] * [5, 6; 7, 8]",
        "det([2, 1, 3; 0, 4, 1; 5, 2, 6])",
        "inv([2.0, 1; 1, 3])",
        "x = 3; y = 4; sqrt(x^2 + y^2)",
        "f(x) = x^2 - 2 * x + 1; f(5)",
        "((((1.1 + 2.2) * 3.3 - 4.4) / 5.5)^2 + 6.6) * sin(0.5)",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = arguments.Length > 0 ? arguments[0] : Path.Combine("tests", "PaperBot.Benchmarks", "npm");
        var seconds = arguments.Length > 1 ? double.Parse(arguments[1], CultureInfo.InvariantCulture) : 0.5;
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "mathjs")))
        {
            await Console.Error.WriteLineAsync($"Run npm ci in {folder} first.");
            return 1;
        }

        var ours = Expressions.Select(expression => Rate(expression, seconds)).ToList();
        var theirs = await TheirsAsync(folder, seconds);
        var again = Expressions.Select(expression => Rate(expression, seconds)).ToList();
        double logarithms = 0;
        for (var i = 0; i < Expressions.Length; i++)
        {
            var best = Math.Max(ours[i], again[i]);
            var ratio = best / theirs[i].Rate;
            logarithms += Math.Log(ratio);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ratio, 7:F2} x  {best, 9:F0}/s  {theirs[i].Rate, 9:F0}/s (compiled {theirs[i].Compiled:F0}/s)  {Expressions[i]} = {Shown(Expressions[i])} | {theirs[i].Value}"
                )
            );
        }

        var mean = Math.Exp(logarithms / Expressions.Length);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Geometric mean of the ratios {mean:F2} (aim {Aim}).")
        );
        return mean >= Aim ? 0 : 1;
    }

    private static async Task<List<Measured>> TheirsAsync(string folder, double seconds)
    {
        var start = new ProcessStartInfo("node", ["mathjs.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { seconds, expressions = Expressions }));
        node.StandardInput.Close();
        var written = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return JsonSerializer.Deserialize<List<Measured>>(written, Web)
            ?? throw new InvalidOperationException("mathjs gave nothing.");
    }

    private static double Rate(string expression, double seconds)
    {
        for (var i = 0; i < 200; i++)
            Evaluate(expression);
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var count = 0;
        while (clock.GetElapsedTime(started).TotalSeconds < seconds)
        {
            for (var i = 0; i < 20; i++)
                Evaluate(expression);
            count += 20;
        }

        return count / clock.GetElapsedTime(started).TotalSeconds;
    }

    private static CalculatorResult Evaluate(string expression) =>
        CalculatorEngine.Evaluate(
            expression,
            new CalculatorSession(),
            CalculatorLimits.Default,
            TimeProvider.System,
            CancellationToken.None
        );

    private static string Shown(string expression) =>
        Evaluate(expression) is { Error: null } result
            ? result.Answers[^1].Values[0].DecimalText ?? result.Answers[^1].Values[0].Text
            : "error";

    private sealed record Measured(double Rate, double Compiled, string Value);
}
