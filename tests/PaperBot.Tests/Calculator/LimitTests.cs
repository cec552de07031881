using System.Diagnostics;
using PaperBot.Calculator;

namespace PaperBot.Tests.Calculator;

public sealed class LimitTests
{
    [Theory]
    [InlineData("9**9**9**9**9")]
    [InlineData("factorial(999999)")]
    [InlineData("100000000!")]
    [InlineData("((((9!)!)!)!)!")]
    [InlineData("1:999999999999999999")]
    [InlineData("3^7^7^7^7^7^8^8")]
    [InlineData("2^(2^(2^(2^(2^2))))")]
    [InlineData("zeros(100000, 100000)")]
    [InlineData("identity(99999999)")]
    [InlineData("expand((a+b+c+d+e1+f+g)^200)")]
    [InlineData("fibonacci(10^18)")]
    [InlineData("binomial(10^9, 5*10^8)")]
    [InlineData("prime(10^15)")]
    [InlineData("factor(10^399+1)")]
    [InlineData("nextprime(10^1500)")]
    [InlineData("[1,2;3,4]^(10^9)")]
    [InlineData("1.0001^(10^30)")]
    [InlineData("1e999999999")]
    [InlineData("digits(pi, 10^9)")]
    [InlineData("shl(1, 10^12)")]
    [InlineData("f(x) = f(x+1); f(1)")]
    [InlineData("f(x) = f(x) + f(x); f(1)")]
    [InlineData("sin(exp(exp(exp(exp(5)))))")]
    [InlineData("floor(exp(exp(20)))")]
    [InlineData("kron(identity(90), identity(90))")]
    [InlineData("bernoulli(10^9)")]
    [InlineData("gamma(1e308)")]
    [InlineData("besselj(1e9, 1e9)")]
    [InlineData("zeta(-1e9)")]
    [InlineData("legendreP(1e9, 0.5)")]
    public void Nothing_that_crashed_others_takes_long(string input)
    {
        var watch = new Stopwatch();
        watch.Start();
        var result = Calc.Run(input);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8), input);
        if (result.Error is null)
            result.Answers.ShouldNotBeEmpty();
        else
            result.Error.Key.ShouldStartWith("calculator.");
    }

    [Fact]
    public void Ten_thousand_digits_are_refused_and_the_limit_is_not() =>
        (Calc.Run(new string('9', 3000) + "+1").Error, Calc.Run(new string('7', 10_000)).Error!.Key).ShouldBe(
            (null, "calculator.limit.length")
        );

    [Fact]
    public void Ten_thousand_brackets_are_one_clear_error()
    {
        var wide = CalculatorLimits.Default with { InputLength = 100_000 };

        Calc.Run(new string('(', 10_000), wide).Error!.Key.ShouldBe("calculator.limit.depth");
        Calc.Run(new string('[', 10_000), wide).Error!.Key.ShouldBe("calculator.limit.depth");
        Calc.Run(new string('-', 10_000) + "1", wide).Error!.Key.ShouldBe("calculator.limit.depth");
        Calc.Run("2" + string.Concat(Enumerable.Repeat("^2", 10_000)), wide)
            .Error!.Key.ShouldBe("calculator.limit.depth");
        Calc.Run("1" + new string('!', 10_000), wide).Error!.Key.ShouldStartWith("calculator.limit");
    }

    [Theory]
    [InlineData(100, 101)]
    public void Length_is_refused_one_past_the_limit(int limit, int past)
    {
        var limits = CalculatorLimits.Default with { InputLength = limit };

        Calc.Run(new string('1', limit), limits).Error.ShouldBeNull();
        Calc.Run(new string('1', past), limits).Error!.Key.ShouldBe("calculator.limit.length");
    }

    [Fact]
    public void Depth_is_refused_one_past_the_limit()
    {
        var limits = CalculatorLimits.Default with { Depth = 10 };

        Calc.Run(new string('(', 9) + "1" + new string(')', 9), limits).Error.ShouldBeNull();
        Calc.Run(new string('(', 10) + "1" + new string(')', 10), limits).Error!.Key.ShouldBe("calculator.limit.depth");
    }

    [Fact]
    public void Digits_are_refused_one_past_the_limit()
    {
        var limits = CalculatorLimits.Default with { Digits = 50 };

        Calc.Run(new string('1', 50), limits).Error.ShouldBeNull();
        Calc.Run(new string('1', 51), limits).Error!.Key.ShouldBe("calculator.limit.digits");
    }

    [Fact]
    public void Elements_are_refused_one_past_the_limit()
    {
        var limits = CalculatorLimits.Default with { Elements = 100 };

        Calc.Run("1:100", limits).Error.ShouldBeNull();
        Calc.Run("1:101", limits).Error!.Key.ShouldBe("calculator.limit.elements");
    }

    [Fact]
    public void Matrix_size_is_refused_one_past_the_limit()
    {
        var limits = CalculatorLimits.Default with { MatrixSize = 5 };

        Calc.Run("det(identity(5))", limits).Error.ShouldBeNull();
        Calc.Run("det(identity(6))", limits).Error!.Key.ShouldBe("calculator.limit.matrix");
    }

    [Fact]
    public void Work_is_refused_past_the_limit()
    {
        var limits = CalculatorLimits.Default with { Steps = 10_000 };

        Calc.Run("prime(100000)", limits).Error!.Key.ShouldBe("calculator.limit.steps");
    }

    [Fact]
    public void The_deadline_is_told_by_the_clock_that_was_given()
    {
        var clock = new JumpingClock(TimeSpan.FromMilliseconds(1));

        var result = CalculatorEngine.Evaluate(
            "prime(2000000)",
            new CalculatorSession(),
            CalculatorLimits.Default with
            {
                Deadline = TimeSpan.FromMilliseconds(20),
            },
            clock,
            CancellationToken.None
        );

        result.Error!.Key.ShouldBe("calculator.limit.time");
    }

    [Fact]
    public void A_cancelled_caller_gets_its_cancellation()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() =>
            CalculatorEngine.Evaluate(
                "prime(2000000)",
                new CalculatorSession(),
                CalculatorLimits.Default,
                TimeProvider.System,
                source.Token
            )
        );
    }

    /// <summary>A clock on which time passes with every look.</summary>
    private sealed class JumpingClock(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += step.Ticks;
    }
}
