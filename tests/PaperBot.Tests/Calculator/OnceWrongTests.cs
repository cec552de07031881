namespace PaperBot.Tests.Calculator;

/// <summary>Answers that were wrong without a warning, each with a value known from elsewhere.</summary>
public sealed class OnceWrongTests
{
    [Theory]
    [InlineData("arg(i)", Math.PI / 2)]
    [InlineData("arg(1 + i)", Math.PI / 4)]
    [InlineData("arg(-i)", -Math.PI / 2)]
    [InlineData("arg(sqrt(-3))", Math.PI / 2)]
    [InlineData("im(e^i)", 0.84147098480789651)]
    [InlineData("im(exp(2i))", 0.90929742682568170)]
    [InlineData("im(ln(-2))", Math.PI)]
    [InlineData("im(3 sqrt(-2))", 4.2426406871192852)]
    [InlineData("abs(exp(2i))", 1)]
    [InlineData("ode(y' = -1000 y, y(0) = 1, t, 0, 1)", 0)]
    public void The_value_is(string input, double expected) =>
        Calc.ShouldBeNear(Calc.Number(input), expected, 1e-11, 1e-11, input);

    [Theory]
    [InlineData("asin(2)", 1.5707963267948966, -1.3169578969248167)]
    [InlineData("asin(-2)", -1.5707963267948966, 1.3169578969248167)]
    [InlineData("acos(2)", 0, 1.3169578969248167)]
    [InlineData("acos(-2)", 3.1415926535897931, -1.3169578969248167)]
    [InlineData("asin(2.5) + acos(2.5)", 1.5707963267948966, 0)]
    [InlineData("atanh(2)", 0.54930614433405489, -1.5707963267948966)]
    [InlineData("acosh(-2)", 1.3169578969248167, 3.1415926535897931)]
    [InlineData("ln(20/(0.3 - ln(pi)))", 3.1644706379983374, 3.1415926535897931)]
    [InlineData("sqrt(20/(0.3 - ln(pi)))", 0, 4.8658203245)]
    [InlineData("(20/(0.3 - ln(pi)))^0.3", 1.5188410492296, 2.0905053602332)]
    public void The_value_on_a_cut_is(string input, double re, double im)
    {
        var evaluator = Calc.Evaluator();

        var value = PaperBot
            .Calculator.Numeric.NumericValue.Of(evaluator.Evaluate(Calc.Parse(input)), evaluator.Budget)!
            .ToComplex();

        Calc.ShouldBeNear(value.Real, re, 1e-10, 1e-10, input);
        Calc.ShouldBeNear(value.Imaginary, im, 1e-10, 1e-10, input);
    }

    [Theory]
    [InlineData("heaviside(i)", "calculator.math.undefined")]
    [InlineData("limit(1/x, x, 0)", "calculator.math.nolimit")]
    [InlineData("limit(tan x, x, pi/2)", "calculator.math.nolimit")]
    [InlineData("solve(x^2 < 4, x)", "calculator.equation.inequality")]
    [InlineData("minimize(exp(x), x)", "calculator.math.infimum")]
    [InlineData("maximize(x^2/(1 + x^2), x)", "calculator.math.infimum")]
    [InlineData("solve(x!=4, x)", "calculator.equation.inequality")]
    public void There_is_no_value(string input, string key) =>
        Calc.Run(input).Error.ShouldNotBeNull().Key.ShouldBe(key);

    [Fact]
    public void The_size_of_a_complex_power_is_not_the_power() => Calc.Text("abs(e^(i x))").ShouldBe("abs(e^(i*x))");

    [Fact]
    public void A_limit_that_comes_slowly_has_only_the_digits_that_are_known()
    {
        var result = Calc.Run("limit(x!^(1/x)/x, x, inf)");

        var value = result.Answers[0].Values[0].Number.ShouldNotBeNull();
        Math.Abs(value - (1 / Math.E)).ShouldBeLessThan(5e-6);
        result.Notices.Select(n => n.Key).ShouldContain("calculator.notice.accuracy");
        result.Answers[0].Values[0].Text.Length.ShouldBeLessThan(9);
    }

    [Fact]
    public void A_small_integral_says_how_few_of_its_digits_are_known()
    {
        var result = Calc.Run("integrate(cos(5x)/(x^2 + 4.43^2), x, 0, inf)");

        result.Notices.Select(n => n.Key).ShouldContain("calculator.notice.accuracy");
    }

    [Theory]
    [InlineData("sum(tan(k)/k^5, k, 1, inf)", 1.4870015901940, 1e-7)]
    [InlineData("sum(sin(k)/k^2, k, 1, inf)", 1.0139591323607685, 1e-7)]
    [InlineData("sum(cos(k)/k, k, 1, inf)", 0.042019505825369, 1e-3)]
    [InlineData("sum((-1)^k*ln(k)/k, k, 1, inf)", 0.15986890374243097, 1e-9)]
    public void A_series_without_a_rule_tells_its_true_error(string input, double expected, double most)
    {
        var result = Calc.Run(input);

        var notice = result.Notices.Single(n => n.Key is "calculator.notice.error" or "calculator.notice.accuracy");
        var error = double.Parse(notice.Values["error"], System.Globalization.CultureInfo.InvariantCulture);
        error.ShouldBeLessThan(most);
        Math.Abs(result.Answers[0].Values[0].Number!.Value - expected).ShouldBeLessThanOrEqualTo(error + 1e-12);
    }

    [Fact]
    public void A_hundred_digits_are_written_without_an_exponent() =>
        Calc.Text("digits(sqrt(2), 100)").ShouldStartWith("1.41421356237309504880168872420969807856967187537694");

    [Fact]
    public void A_root_of_high_order_is_one_root()
    {
        var result = Calc.Run("solve(tan x = x, x, 0, 10)");

        result.Answers[0].Values.Count.ShouldBe(3);
        result.Notices.Select(n => n.Key).ShouldNotContain("calculator.notice.more");
    }

    [Theory]
    [InlineData("if(x > 0, 1, 2)")]
    [InlineData("piecewise(x > 0, 1, 2)")]
    public void A_condition_without_a_value_chooses_nothing(string choice) =>
        double.IsNaN(Plotted($"{choice.Replace("x >", "ln(x) >", StringComparison.Ordinal)}", -1)).ShouldBeTrue();

    [Fact]
    public void A_branch_that_is_not_taken_may_be_missing() => Plotted("if(x > 0, ln(x), 7)", -1).ShouldBe(7);

    private static double Plotted(string formula, double at)
    {
        var evaluator = Calc.Evaluator();
        var compiled = PaperBot.Calculator.Numeric.RealCompiler.CompileOne(Calc.Parse(formula), "x", evaluator.Budget);
        return compiled(at);
    }

    [Theory]
    [InlineData("5 km to m", "calculator.notice.words", "km, to")]
    [InlineData("help", "calculator.notice.words", "help")]
    [InlineData("tanh", "calculator.notice.argument", "tanh")]
    public void Words_without_a_value_are_told(string input, string key, string names)
    {
        var notice = Calc.Run(input).Notices.ShouldHaveSingleItem();
        notice.Key.ShouldBe(key);
        notice.Values.Values.ShouldBe([names]);
    }

    [Theory]
    [InlineData("solve(2 mass = 3, mass)")]
    [InlineData("diff(angle^2, angle)")]
    [InlineData("x_1 + alpha y")]
    [InlineData("rate = 3; 2 rate")]
    public void Names_that_are_meant_are_not_told(string input) => Calc.Run(input).Notices.ShouldBeEmpty();

    [Fact]
    public void The_value_at_a_place_is_a_function_in_formulas()
    {
        var answer = Calc.Run("ode(x' = -x, x(0) = 1, t, 0, 1)").Answers[0];
        answer.InputLatex.ShouldContain("x' = -x");
        answer.Values[0].Name.ShouldBe("x(1)");
        answer.Values[0].NameLatex.ShouldBe(@"x\left(1\right)");
    }
}
