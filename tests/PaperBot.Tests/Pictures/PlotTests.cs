using System.Text;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Pictures;
using PaperBot.Pictures.Plots;
using PaperBot.Processes;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Pictures;

public sealed class PlotTests
{
    private static Plot Curve(Func<double, double> f, double from, double to, string label = "f") =>
        new([
            new PlotSeries(
                label,
                [
                    [.. Enumerable.Range(0, 201).Select(i => At(f, from + (to - from) * i / 200))],
                ]
            ),
        ]);

    [Fact]
    public async Task A_curve_becomes_a_picture()
    {
        var picture = await Engines
            .Plots()
            .RenderAsync(Curve(Math.Sin, -6, 6), PictureTheme.Light, TestContext.Current.CancellationToken);

        picture.Value.Width.ShouldBe(1_200);
        picture.Value.Png.Length.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public void Nothing_that_somebody_typed_reaches_gnuplot()
    {
        const string typed = "'; system(\"id\") #";
        var plot = Curve(Math.Sin, 0, 1, typed) with
        {
            X = new() { Label = typed },
            Y = new() { Label = typed },
        };

        var script = GnuplotScript.Of(plot, Palette.Of(PictureTheme.Light), new PlotFrame(1));

        script.ShouldNotContain("system");
        script.ShouldNotContain("#;");
    }

    [Fact]
    public async Task Labels_of_every_script_are_written_into_the_picture()
    {
        var plot = Curve(Math.Sin, 0, 1, "<b>正弦</b> & co") with { X = new() { Label = "力 f / N" } };
        var frame = new PlotFrame(1);
        var svg = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>");

        var labelled = Encoding.UTF8.GetString(PlotLabels.Add(svg, plot, Palette.Of(PictureTheme.Light), frame));

        labelled.ShouldContain("&lt;b&gt;正弦&lt;/b&gt; &amp; co");
        labelled.ShouldContain("力 f / N");
        (
            await Engines.Plots().RenderAsync(plot, PictureTheme.Dark, TestContext.Current.CancellationToken)
        ).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_plot_without_a_finite_value_is_refused()
    {
        var picture = await Engines
            .Plots()
            .RenderAsync(Curve(_ => double.NaN, 0, 1), PictureTheme.Light, TestContext.Current.CancellationToken);

        picture.Error.Kind.ShouldBe(ErrorKind.UserInput);
    }

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(20_001, false)]
    public async Task The_number_of_points_is_bounded(int points, bool taken)
    {
        var series = new PlotSeries(
            "",
            [
                [.. Enumerable.Range(0, points).Select(i => new PlotPoint(i, i % 7))],
            ]
        );

        var picture = await Engines
            .Plots()
            .RenderAsync(new Plot([series]), PictureTheme.Light, TestContext.Current.CancellationToken);

        picture.IsOk.ShouldBe(taken);
    }

    [Fact]
    public async Task Without_its_program_plots_are_said_to_be_off()
    {
        var plots = Engines.Plots(options => options.GnuplotPath = "no-such-program");

        var picture = await plots.RenderAsync(
            Curve(Math.Sin, 0, 1),
            PictureTheme.Light,
            TestContext.Current.CancellationToken
        );

        picture.Error.Message.Key.ShouldBe("error.pictures.plot.missing");
        picture.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
    }

    [Fact]
    public async Task An_engine_that_never_answers_is_killed()
    {
        var clock = new ManualTimeProvider();
        var child = new OneShotChild(clock);
        var limits = new ChildLimits(TimeSpan.FromSeconds(10), 512, 1_000);
        var never = child.RunAsync(
            "sleep",
            ["1000"],
            ReadOnlyMemory<byte>.Empty,
            limits,
            TestContext.Current.CancellationToken
        );

        clock.Advance(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<ChildException>(never)).Failure.ShouldBe(ChildFailure.TooSlow);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public async Task An_engine_that_says_too_much_is_killed(int bytes, bool taken)
    {
        var child = new OneShotChild(TimeProvider.System);
        var limits = new ChildLimits(TimeSpan.FromSeconds(60), 512, 1_000);
        var run = child.RunAsync("cat", [], new byte[bytes], limits, TestContext.Current.CancellationToken);

        if (taken)
            (await run).Length.ShouldBe(bytes);
        else
            (await Should.ThrowAsync<ChildException>(run)).Failure.ShouldBe(ChildFailure.Died);
    }

    private static PlotPoint At(Func<double, double> f, double x) => new(x, f(x));
}
