using System.Globalization;
using System.Text;
using PaperBot.Calculator;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// Random inputs to the calculator: `-- campaign calculator-fuzz [count] [seed]`, one million by default. Every input
/// must give an answer or one error within the deadline; the process must not grow.
/// </summary>
internal static class CalculatorFuzz
{
    private static readonly string[] Pieces =
    [
        .. "1 2 9 0 0.5 1e308 1e-308 x y t n k i e pi inf + - * / ^ ! % ' ( ) [ ] { } , ; = == < : | \\ .*".Split(' '),
        .. "sin cos( ln( sqrt( exp( gamma( zeta( besselj(0, integrate( limit( sum( product( solve( diff(".Split(' '),
        .. "taylor( plot( ode( minimize( fit( det( inv( eig( svd( expm( factor( expand( simplify( isprime(".Split(' '),
        .. "mean( sort( digits( f(x)= a= ² √ π ∞ × ≤ \\frac{ }{ \\int_0^1 \\sum_{k=1}^{n} dx \"a\" ans const.c".Split(
            ' '
        ),
        .. "mod and not ,x,0,1) ,x) ,k,1,10) 1:9 # $ 😀 ， （ \\left( \\right) \\begin{pmatrix} x'' x(0)=1".Split(' '),
        " ",
        "\n",
    ];

    public static Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var random = new Random(arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1);
        var clock = TimeProvider.System;
        var limits = CalculatorLimits.Default;
        var started = clock.GetTimestamp();
        var (answers, slowest, failures, worst, early) = (0, TimeSpan.Zero, 0, "", 0L);
        var busiest = TimeSpan.Zero;
        for (var i = 1; i <= count; i++)
        {
            var input = random.Next(2) == 0 ? Expression(random, 4) : Noise(random, random.Next(1, 60));
            var from = clock.GetTimestamp();
            var busyFrom = Environment.CpuUsage.TotalTime;
            try
            {
                var result = CalculatorEngine.Evaluate(
                    input,
                    new CalculatorSession(),
                    limits,
                    clock,
                    CancellationToken.None
                );
                answers += result.IsOk ? 1 : 0;
                failures +=
                    result.IsOk ? 0
                    : result.Error!.Key.StartsWith("calculator.", StringComparison.Ordinal) ? 0
                    : 1;
            }
            catch (Exception e)
            {
                failures++;
                Console.WriteLine($"{e.GetType().Name} escaped: {input}");
            }

            var took = clock.GetElapsedTime(from);
            if (took > slowest)
                (slowest, worst) = (took, input);
            // The wall's time is also that of everything else that runs on the machine.
            var busy = Environment.CpuUsage.TotalTime - busyFrom;
            if (busy > busiest)
                busiest = busy;
            if (busy > limits.Deadline + TimeSpan.FromSeconds(1))
            {
                failures++;
                Console.WriteLine($"{busy.TotalSeconds:F1} s of work, {took.TotalSeconds:F1} s: {input}");
            }

            if (i == count / 10)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (i % 50_000 == 0)
                Console.WriteLine(
                    $"{i} inputs, {answers} answers, {failures} failures, slowest {slowest.TotalSeconds:F2} s, {Environment.WorkingSet >> 20} MB"
                );
        }

        var growth = (GC.GetTotalMemory(forceFullCollection: true) - early) / 1048576.0;
        Console.WriteLine(
            $"{count} inputs in {clock.GetElapsedTime(started).TotalSeconds:F0} s: {answers} answers, {failures} failures, "
                + $"slowest {slowest.TotalSeconds:F2} s ({worst.ReplaceLineEndings(" ")}), most work {busiest.TotalSeconds:F2} s, live memory grew by {growth:F1} MB"
        );
        return Task.FromResult(failures == 0 && growth < 64 ? 0 : 1);
    }

    private static string Noise(Random random, int pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    private static string Expression(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
            return Pick(random, "x", "y", "2", "3.5", "1/3", "pi", "e", "12", "i", "0", "1e20");
        string Next() => Expression(random, depth - 1);
        return random.Next(13) switch
        {
            0 => $"sin({Next()})",
            1 => $"sqrt({Next()})",
            2 => $"ln({Next()})",
            3 => $"diff({Next()}, x)",
            4 => $"integrate({Next()}, x, 0, {Pick(random, "1", "2", "pi", "inf")})",
            5 => $"limit({Next()}, x, {Pick(random, "0", "1", "inf")})",
            6 => $"solve({Next()} = {Next()}, x)",
            7 => $"simplify({Next()})",
            8 => $"[{Next()}, {Next()}; {Next()}, {Next()}]",
            9 => $"({Next()})!",
            _ => $"({Next()}) {Pick(random, "+", "-", "*", "/", "^")} ({Next()})",
        };
    }

    private static string Pick(Random random, params string[] items) => items[random.Next(items.Length)];
}
