using PaperBot.Calculator;

namespace PaperBot.Tests.Calculator;

public sealed class PlotTests
{
    [Theory]
    [InlineData("plot(tan(x), x, -5, 5)", 5)]
    [InlineData("plot(1/x, x, -1, 1)", 2)]
    [InlineData("plot(floor(x), x, 0, 3)", 3)]
    [InlineData("plot(abs(x), x, -1, 1)", 1)]
    [InlineData("plot(sqrt(x), x, -1, 1)", 1)]
    [InlineData("plot(1/(x^2-1), x, -2, 2)", 3)]
    [InlineData("plot(sign(x), x, -1, 1)", 2)]
    public void A_curve_is_broken_at_poles_and_jumps(string input, int segments)
    {
        var series = Calc.Run(input).Plots.ShouldHaveSingleItem().Series[0];

        series.Segments.Count.ShouldBe(segments, input);
        series.Segments.SelectMany(s => s).ShouldAllBe(p => double.IsFinite(p.X) && double.IsFinite(p.Y));
    }

    [Theory]
    [InlineData("plot(tan(x), x, -5, 5)", -25, -5, 5, 25)]
    [InlineData("plot(1/x, x, -1, 1)", -40, -5, 5, 40)]
    [InlineData("plot(1/x^2, x, -1, 1)", -100, 1, 10, 500)]
    [InlineData("plot(gamma(x), x, -4, 4)", -30, -4, 4, 30)]
    [InlineData("plot(1/x, x, 0, 1)", -2, 1, 8, 60)]
    [InlineData("plot(ln(x), x, 0, 5)", -20, -2, 1.6, 4)]
    public void The_range_of_values_tells_something_at_poles(
        string input,
        double lowest,
        double bottom,
        double top,
        double highest
    )
    {
        var plot = Calc.Run(input).Plots.ShouldHaveSingleItem();
        var values = plot.Series[0].Segments.SelectMany(s => s).Select(p => p.Y).ToList();

        (plot.YMin ?? values.Min()).ShouldBeInRange(lowest, bottom);
        (plot.YMax ?? values.Max()).ShouldBeInRange(top, highest);
    }

    [Theory]
    [InlineData("plot(exp(x), x, 0, 100)")]
    [InlineData("plot(1/(1 + 1000x^2), x, -1, 1)")]
    [InlineData("plot(floor(x), x, 0, 5)")]
    [InlineData("plot(x^9, x, -3, 3)")]
    public void Everything_is_shown_where_there_is_no_pole(string input)
    {
        var plot = Calc.Run(input).Plots.ShouldHaveSingleItem();

        (plot.YMin, plot.YMax).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("plot(x^2)")]
    [InlineData("plot sin x + 1")]
    public void One_free_name_needs_no_range(string input)
    {
        var plot = Calc.Run(input).Plots.ShouldHaveSingleItem();

        (plot.XMin, plot.XMax, plot.XLabel).ShouldBe((-10, 10, "x"));
    }

    [Fact]
    public void Axes_labels_and_scales_are_taken_over()
    {
        var plot = Calc.Run(
            "plot(x^2, x, 1, 100, logx=true, logy=true, xlabel=\"t (s)\", ylabel=\"d (m)\", title=\"Fall\")"
        ).Plots[0];

        (plot.LogX, plot.LogY, plot.XLabel, plot.YLabel, plot.Title).ShouldBe((true, true, "t (s)", "d (m)", "Fall"));
    }

    [Fact]
    public void Several_curves_share_a_plot() =>
        Calc.Run("plot({sin(x), cos(x)}, x, 0, 2pi)").Plots[0].Series.Count.ShouldBe(2);

    [Fact]
    public void Parametric_polar_and_implicit_circles_are_round()
    {
        foreach (
            var input in (string[])
                ["plot([cos t, sin t], t, 0, 2pi)", "polar(1, t, 0, 2pi)", "plot(x^2+y^2=1, x, -2, 2, y, -2, 2)"]
        )
        {
            var plot = Calc.Run(input).Plots[0];

            plot.EqualAspect.ShouldBeTrue();
            plot.Series[0]
                .Segments.SelectMany(s => s)
                .ShouldAllBe(p => Math.Abs(double.Hypot(p.X, p.Y) - 1) < 0.01, input);
        }
    }

    [Fact]
    public void Data_come_with_their_fit()
    {
        var plot = Calc.Run("plot([1,2,3], [1,4,9.5], fit=1)").Plots[0];

        plot.Series.Select(s => s.Kind).ShouldBe([PlotKind.Points, PlotKind.Line]);
    }

    [Fact]
    public void A_pole_does_not_squeeze_the_rest_flat()
    {
        var plot = Calc.Run("plot(1/x, x, -1, 1)").Plots[0];

        plot.YMax!.Value.ShouldBeLessThan(1000);
        plot.YMin!.Value.ShouldBeGreaterThan(-1000);
    }

    [Fact]
    public void A_curve_has_no_more_points_than_allowed() =>
        Calc.Run("plot(sin(1000 x), x, 0, 100)", CalculatorLimits.Default with { PlotPoints = 500 })
            .Plots[0]
            .Series[0]
            .Segments.Sum(s => s.Count)
            .ShouldBeLessThan(1100);

    [Theory]
    [InlineData("plot(sqrt(-1-x^2), x, -1, 1)", "calculator.plot.empty")]
    [InlineData("plot(a x, x, -1, 1)", "calculator.name.unknown")]
    [InlineData("plot(x, x, 0, inf)", "calculator.value.bounds")]
    [InlineData("plot(x, x, 1)", "calculator.plot.form")]
    public void What_cannot_be_drawn_is_said(string input, string key) => Calc.Text(input).ShouldBe(key);
}
