using PaperBot.Core.Pictures;
using PaperBot.Pictures.Plots;

namespace PaperBot.Tests.Pictures;

public sealed class EqualAxesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(0.01, 1)]
    [InlineData(1, 0)]
    public void A_unit_is_as_long_across_as_up_and_everything_is_inside(double width, double height)
    {
        var plot = new Plot([
            new PlotSeries(
                "",
                [
                    [new PlotPoint(2, 3), new PlotPoint(2 + width, 3 + height)],
                ]
            ),
        ])
        {
            EqualScales = true,
        };

        var (x, y) = EqualAxes.Of(plot);

        var across = (x.Maximum!.Value - x.Minimum!.Value) / PlotFrame.PlotWidth;
        var up = (y.Maximum!.Value - y.Minimum!.Value) / PlotFrame.PlotHeight;
        across.ShouldBe(up, 1e-9 * up);
        x.Minimum.Value.ShouldBeLessThan(2);
        x.Maximum.Value.ShouldBeGreaterThan(2 + width);
        y.Minimum.Value.ShouldBeLessThanOrEqualTo(3);
        y.Maximum.Value.ShouldBeGreaterThanOrEqualTo(3 + height);
    }

    [Fact]
    public void One_point_leaves_the_choice_to_the_engine()
    {
        var plot = new Plot([
            new PlotSeries(
                "",
                [
                    [new PlotPoint(2, 3)],
                ]
            ),
        ])
        {
            EqualScales = true,
        };

        EqualAxes.Of(plot).ShouldBe((plot.X, plot.Y));
    }
}
