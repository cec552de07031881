using PaperBot.Calculator;
using PaperBot.Handlers.Calculate;
using PaperBot.Testing.Pictures;
using Curve = PaperBot.Calculator.PlotSeries;
using Plot = PaperBot.Core.Pictures.Plot;
using Point = PaperBot.Calculator.PlotPoint;

namespace PaperBot.Tests.Handlers.Calculate;

public sealed class PlotReplyTests : IAsyncDisposable
{
    private readonly CalculateRig _rig = new();
    private readonly List<Plot> _plots = [];

    [Fact]
    public async Task A_plot_is_a_picture_whose_alternative_text_says_what_is_in_it()
    {
        Draw();

        var card = await _rig.CardAsync("/calc plot({sin x, x/10}, x, 0, 10, title=\"Two\", xlabel=\"t (s)\")");

        var picture = card.Attachments.ShouldHaveSingleItem();
        picture.Name.ShouldBe("plot-1.png");
        picture.MediaType.ShouldBe("image/png");
        picture.AltText.ShouldStartWith("Two. Plot of sin(x): x from 0 to 10, y from -0.99");
        picture.AltText.ShouldEndWith("; x/10: x from 0 to 10, y from 0 to 1");
        var plot = _plots.ShouldHaveSingleItem();
        plot.Series.Select(series => (series.Label, series.Points)).ShouldBe([("sin(x)", false), ("x/10", false)]);
        plot.X.Label.ShouldBe("t (s)");
        (plot.X.Minimum, plot.X.Maximum).ShouldBe((0, 10));
    }

    [Fact]
    public async Task Data_are_points_and_the_fit_is_told()
    {
        Draw();

        var card = await _rig.CardAsync("/算 lang:zh plot([1,2,3],[2,4,7],fit=1)");

        _plots[0].Series.Select(series => series.Points).ShouldBe([true, false]);
        card.Markdown.ShouldContain("R² = 0.986842");
        card.Attachments[0].AltText.ShouldStartWith("图像：数据：x 从 1 到 3，y 从 2 到 7");
    }

    [Theory]
    [InlineData("/calc plot(x^2, x, 0, 2)", "- x^2: x from 0 to 2, y from 0 to 4\n\nPlots are switched off")]
    [InlineData("/算 lang:zh plot(x^2, x, 0, 2)", "- x^2：x 从 0 到 2，y 从 0 到 4\n\n本服务器未启用绘图")]
    public async Task Without_an_engine_the_numbers_remain(string typed, string expected)
    {
        var response = await _rig.AskAsync(typed);

        response.Error.ShouldBeNull();
        var card = response.Reply!.Cards.ShouldHaveSingleItem();
        card.Attachments.ShouldBeEmpty();
        card.Markdown.ShouldContain(expected);
    }

    [Fact]
    public async Task What_can_be_seen_is_offered_and_the_offer_works()
    {
        Draw();

        var action = (await _rig.CardAsync("/calc x^2 = 4")).Actions.ShouldHaveSingleItem();

        action.Label.ShouldBe("Plot");
        (await _rig.CardAsync(action.Line!)).Attachments.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_plot_never_has_more_points_than_the_engine_takes_and_keeps_its_ends()
    {
        Point[] points = [.. Enumerable.Range(0, 4_000).Select(i => new Point(i, i))];
        var series = new Curve("f", null, PlotKind.Line, [points]);
        var data = new PlotData(
            [.. Enumerable.Repeat(series, 12)],
            "x",
            "y",
            null,
            false,
            true,
            true,
            null,
            null,
            -1,
            null
        );

        var plot = PlotDrawing.Convert(data);

        plot.Series.Sum(curve => curve.Segments.Sum(segment => segment.Count)).ShouldBeInRange(12_000, 20_000);
        plot.Series[0].Segments[0][0].X.ShouldBe(0);
        plot.Series[0].Segments[0][^1].X.ShouldBe(3_999);
        (plot.X.Logarithmic, plot.Y.Logarithmic, plot.EqualScales, plot.Y.Minimum).ShouldBe((false, true, true, -1));
    }

    private void Draw() =>
        _rig.Pictures.Plot = plot =>
        {
            _plots.Add(plot);
            return FakePictures.Drawn;
        };

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
