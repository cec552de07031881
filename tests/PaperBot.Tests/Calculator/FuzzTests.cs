using PaperBot.Calculator;

namespace PaperBot.Tests.Calculator;

public sealed class FuzzTests
{
    /// <summary>A slice of the campaign in PaperBot.Benchmarks.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Any_input_gives_an_answer_or_one_clear_error(int seed)
    {
        var grow = new ExpressionGrower(seed);
        var limits = CalculatorLimits.Default with { Deadline = TimeSpan.FromSeconds(2), Steps = 20_000_000 };
        for (var i = 0; i < 700; i++)
        {
            var input = (i % 4) switch
            {
                0 => grow.Text(4),
                1 => grow.Constant(6),
                2 => grow.Noise(12),
                _ => grow.Noise(40),
            };
            var started = TimeProvider.System.GetTimestamp();
            var result = Calc.Run(input, limits);

            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(6), input);
            (
                result.Error is null
                    ? result.Answers.Count > 0
                    : result.Error.Key.StartsWith("calculator.", StringComparison.Ordinal)
            ).ShouldBeTrue(input);
        }
    }
}
