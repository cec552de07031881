namespace PaperBot.Tests.Calculator;

public sealed class CalculusTests
{
    [Theory]
    [InlineData("integrate(x^2, x, 0, 1)", "1/3 = 0.333333333333")]
    [InlineData("integrate(x sin x, x)", "sin(x) - x*cos(x)")]
    [InlineData("integrate(exp(-x^2), x, -inf, inf)", "sqrt(pi) = 1.77245385091")]
    [InlineData("integrate(1/(1+x^2), x, -inf, inf)", "pi = 3.14159265359")]
    [InlineData("integrate(x*y, x, 0, 1, y, 0, x)", "1/8 = 0.125")]
    [InlineData("integrate(a x^2, x, 0, 3)", "9*a")]
    [InlineData("integrate(1/x, x, -1, 1)", "calculator.math.divergent.place")]
    [InlineData("integrate(x, x, 0, inf)", "calculator.math.divergent.infinity")]
    [InlineData("integrate(sin(x), x, 0, inf)", "calculator.math.divergent.oscillating")]
    [InlineData("limit(sin(x)/x, x, 0)", "1")]
    [InlineData("limit((1+1/x)^x, x, inf)", "e = 2.71828182846")]
    [InlineData("limit(1/x, x, 0, 1)", "inf")]
    [InlineData("limit(1/x, x, 0, -1)", "-inf")]
    [InlineData("limit(abs(x)/x, x, 0)", "calculator.math.nolimit")]
    [InlineData("limit((x^2-1)/(x-1), x, 1)", "2")]
    [InlineData("sum(k, k, 1, 100)", "5050")]
    [InlineData("sum(k^2, k, 1, n)", "n*(n + 1)*(2*n + 1)/6")]
    [InlineData("sum(1/k, k, 1, 10)", "7381/2520 = 2.92896825397")]
    [InlineData("sum(1/k!, k, 0, inf)", "2.71828182846")]
    [InlineData("sum(1/k, k, 1, inf)", "calculator.math.divergent.series")]
    [InlineData("product(k, k, 1, 5)", "120")]
    [InlineData("product(1-1/k^2, k, 2, inf)", "0.5")]
    [InlineData("solve(x^2-5x+6=0, x)", "x = 2 | x = 3")]
    [InlineData("solve(x^2+1, x)", "x = -i | x = i")]
    [InlineData("solve((x-1)^6, x)", "x = 1")]
    [InlineData("solve(x^2=2, x)", "x = -sqrt(2) = -1.41421356237 | x = sqrt(2) = 1.41421356237")]
    [InlineData("solve(e^x=5, x)", "x = ln(5) = 1.60943791243")]
    [InlineData("solve(e^(2x)-3e^x+2=0, x)", "x = 0 | x = ln(2) = 0.69314718056")]
    [InlineData("solve(a x + b = 0, x)", "x = -(b/a)")]
    [InlineData("solve(sqrt(x) = -2, x)", "calculator.equation.none")]
    [InlineData("solve(sin(x)=1/2, x, 0, 3)", "x = pi/6 = 0.523598775598 | x = 5*pi/6 = 2.61799387799")]
    [InlineData("solve({x+y=3, x-y=1}, {x, y})", "x = 2 | y = 1")]
    [InlineData("solve({x+y=3, 2x+2y=1}, {x, y})", "calculator.equation.none")]
    [InlineData("x^2 = 4", "x = -2 | x = 2")]
    [InlineData("minimize(x^2-4x+1, x)", "x = 2 | minimum = -3")]
    [InlineData("maximize(sin(x), x, 0, 3)", "x = pi/2 = 1.57079632679 | maximum = 1")]
    [InlineData("minimize(x, x)", "calculator.math.unbounded")]
    [InlineData("ode(y' = y^2, y(0) = 1, t, 0, 2)", "calculator.ode.blowup")]
    [InlineData("ode(y' = y, t, 0, 2)", "calculator.ode.form")]
    [InlineData("fit([1,2,3], [2,4,6])", "y = 2*x")]
    [InlineData("\\int_0^1 x^2\\,dx", "1/3 = 0.333333333333")]
    [InlineData("\\sum_{k=1}^{\\infty} \\frac{1}{2^k}", "1")]
    [InlineData("\\lim_{x \\to 0} \\frac{\\sin x}{x}", "1")]
    public void Calculus_gives(string input, string expected) => Calc.Text(input).ShouldBe(expected);

    [Theory]
    [InlineData("integrate(sin(x)/x, x, -inf, inf)", Math.PI, "calculator.notice.conditional")]
    [InlineData("integrate(cos(x)/x, x, 1, inf)", -0.33740392290096813, "calculator.notice.conditional")]
    [InlineData("sum((-1)^k/k, k, 1, inf)", -0.69314718055994531, "calculator.notice.conditionalsum")]
    [InlineData("sum(1/k^2, k, 1, inf)", 1.6449340668482264, "calculator.notice.error")]
    [InlineData("sum(1/k^1.5, k, 1, inf)", 2.6123753486854883, "calculator.notice.error")]
    [InlineData("integrate(besselj(0, x), x, 0, inf)", 1, "calculator.notice.conditional")]
    [InlineData("integrate(sin(x)^2/x^2, x, -inf, inf)", Math.PI, "calculator.notice.error")]
    [InlineData("integrate(1/(x ln(x)^2), x, 2, inf)", 1.4426950408889634, "")]
    [InlineData("integrate(x/(exp(x)-1), x, 0, 1)", 0.77750463411224827, "")]
    [InlineData("integrate(x^(-0.99), x, 0, 1)", 100, "")]
    [InlineData("integrate(sin(x)/x^(3/2), x, 0, inf)", 2.5066282746310002, "")]
    [InlineData("integrate(1/(x*ln(x)^2), x, 0, 1/2)", 1.4426950408889634, "")]
    [InlineData("bessely(13, 14.823183424004284)", -0.073148587633383583, "")]
    [InlineData("integrate(sin(1/x), x, 0, 1)", 0.50406706190692837, "")]
    [InlineData("integrate(exp(x*y), x, 0, 1, y, 0, 1)", 1.3179021514544038, "")]
    public void Numbers_come_with_their_remarks(string input, double expected, string notice)
    {
        var result = Calc.Run(input);

        result.Error.ShouldBeNull();
        Calc.ShouldBeNear(result.Answers[0].Values[0].Number!.Value, expected, 1e-9, 1e-12, input);
        if (notice.Length > 0)
            result.Notices.Select(n => n.Key).ShouldContain(notice);
    }

    [Fact]
    public void The_worked_example_of_a_physics_article_goes_through()
    {
        var result = Calc.Run(
            "y = (294/f)(√(1 − (f/588)²) − 1); solve(|y| = 0.1, f, 0, 588); solve(|y| = 0.25, f, 0, 588); "
                + "plot(y, f, 0, 588, xlabel=\"f (N)\", ylabel=\"y (m)\")"
        );

        result.Error.ShouldBeNull();
        // |y| = c gives f = 588·(2·0.5c/0.25…): f = 2·294·(c/0.5)/(1 + (c/0.5)²).
        Calc.ShouldBeNear(
            result.Answers[1].Values.ShouldHaveSingleItem().Number!.Value,
            588 * 0.4 / 1.04,
            1e-12,
            0,
            "0.1"
        );
        Calc.ShouldBeNear(
            result.Answers[2].Values.ShouldHaveSingleItem().Number!.Value,
            588 * 1 / 1.25,
            1e-12,
            0,
            "0.25"
        );
        var plot = result.Plots.ShouldHaveSingleItem();
        (plot.XLabel, plot.YLabel).ShouldBe(("f (N)", "y (m)"));
        plot.Series[0].Segments.SelectMany(s => s).Min(p => p.Y).ShouldBe(-0.5, 0.01);
        result.Answers[1].SuggestedPlot.ShouldBe("plot({abs(y), 0.1}, f, 0, 588)");
    }

    [Fact]
    public void A_suggested_plot_can_be_plotted()
    {
        var suggestion = Calc.Run("solve(x^3 = 2 x + 1, x)").Answers[0].SuggestedPlot.ShouldNotBeNull();

        Calc.Run(suggestion).Plots.ShouldHaveSingleItem();
    }
}
