using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Calculator;
using PaperBot.Core.Pictures;
using PaperBot.Pictures;
using Plot = PaperBot.Core.Pictures.Plot;
using PlotPoint = PaperBot.Core.Pictures.PlotPoint;
using PlotSeries = PaperBot.Core.Pictures.PlotSeries;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// Ten formulas and ten plots, light and dark, to be looked at, and their times cold and warm: `-- campaign
/// calculator-pictures [folder]`. Without a folder only the times are measured.
/// </summary>
internal static class CalculatorPictures
{
    private const int Rounds = 20;

    private static readonly string[] Formulas =
    [
        @"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
        @"\begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}^{-1}",
        @"\cfrac{1}{1 + \cfrac{1}{2 + \cfrac{1}{3 + \cfrac{1}{4}}}}",
        @"\text{能量守恒：}\quad \frac{1}{2} m v^2 + m g h = \text{常数}",
        @"\int_{-\infty}^{\infty} e^{-x^2}\,\mathrm{d}x = \sqrt{\pi}",
        @"\operatorname{Attention}(Q, K, V) = \operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right) V",
        @"\zeta(s) = \sum_{n=1}^{\infty} \frac{1}{n^s} = \prod_{p \text{ prime}} \frac{1}{1 - p^{-s}}",
        @"f(x) = \begin{cases} x^2 & x \ge 0 \\ -x & x < 0 \end{cases}",
        @"\nabla \times \mathbf{E} = -\frac{\partial \mathbf{B}}{\partial t}, \qquad \nabla \cdot \mathbf{B} = 0",
        @"\ce{2H2 + O2 -> 2H2O} \qquad \hat{H}\psi = E\psi",
    ];

    private static readonly string[] Plots =
    [
        "plot(tan(x), x, -5, 5)",
        "plot({sin(x), cos(x), sin(x)*cos(x)}, x, 0, 2pi)",
        "polar(1 + cos(t), t, 0, 2pi, title=\"心形线\")",
        "plot(1/(1 + x^2), x, 0.01, 100, logx=true, logy=true, xlabel=\"f (Hz)\", ylabel=\"gain\")",
        "plot([1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1], fit=1, xlabel=\"时间 (s)\", ylabel=\"距离 (m)\")",
        "plot((294/f)(√(1 − (f/588)²) − 1), f, 0, 588, xlabel=\"f (N)\", ylabel=\"y (m)\")",
        "plot({x^2 + y^2 = 4, x^2 - y^2 = 1}, x, -3, 3, y, -3, 3)",
        "plot([cos(3t), sin(2t)], t, 0, 2pi)",
        "plot(gamma(x), x, -4, 4)",
        "ode(x'' = -0.2x' - x, x(0) = 1, x'(0) = 0, t, 0, 30)",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = arguments.Length > 0 ? Directory.CreateDirectory(arguments[0]).FullName : null;
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddPictures()
            .BuildServiceProvider();
        var formulas = services.GetRequiredService<IFormulaPictures>();
        var plots = services.GetRequiredService<IPlotPictures>();
        await TimesAsync("formula", round => formulas.RenderAsync(Formulas[round % 10], true, Theme(round), default));
        var drawn = Plots.Select(Drawn).ToList();
        await TimesAsync("plot", round => plots.RenderAsync(drawn[round % 10], Theme(round), default));
        if (folder is null)
            return 0;
        foreach (var theme in (PictureTheme[])[PictureTheme.Light, PictureTheme.Dark])
        {
            for (var i = 0; i < Formulas.Length; i++)
                await KeepAsync(
                    await formulas.RenderAsync(Formulas[i], true, theme, default),
                    Path.Combine(folder, $"formula-{i}-{theme}.png")
                );
            for (var i = 0; i < drawn.Count; i++)
                await KeepAsync(
                    await plots.RenderAsync(drawn[i], theme, default),
                    Path.Combine(folder, $"plot-{i}-{theme}.png")
                );
        }

        return 0;
    }

    private static PictureTheme Theme(int round) => round % 2 == 0 ? PictureTheme.Light : PictureTheme.Dark;

    private static async Task KeepAsync(Core.Outcomes.Outcome<Picture> picture, string path) =>
        await File.WriteAllBytesAsync(path, picture.Value.Png.ToArray());

    private static async Task TimesAsync(string what, Func<int, Task<Core.Outcomes.Outcome<Picture>>> render)
    {
        var clock = TimeProvider.System;
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var started = clock.GetTimestamp();
            var picture = await render(round);
            times.Add(clock.GetElapsedTime(started).TotalMilliseconds);
            if (!picture.IsOk)
                throw new InvalidOperationException($"No {what}: {picture.Error.Message.Key}.");
        }

        var warm = times.Skip(1).Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: first {times[0]:F0} ms, then median {warm[Rounds / 2]:F0} ms, least {warm[0]:F0} ms, most {warm[^1]:F0} ms ({Rounds} pictures)"
            )
        );
    }

    private static Plot Drawn(string input)
    {
        var result = CalculatorEngine.Evaluate(
            input,
            new CalculatorSession(),
            CalculatorLimits.Default,
            TimeProvider.System,
            CancellationToken.None
        );
        var data = result.Plots is [var only] ? only : throw new InvalidOperationException($"No plot of {input}.");
        return new Plot([
            .. data.Series.Select(series => new PlotSeries(
                series.Label,
                [.. series.Segments.Select(segment => segment.Select(p => new PlotPoint(p.X, p.Y)).ToList())]
            )
            {
                Points = series.Kind == PlotKind.Points,
            }),
        ])
        {
            X = new PlotAxis
            {
                Label = data.XLabel,
                Minimum = data.XMin,
                Maximum = data.XMax,
                Logarithmic = data.LogX,
            },
            Y = new PlotAxis
            {
                Label = data.YLabel,
                Minimum = data.YMin,
                Maximum = data.YMax,
                Logarithmic = data.LogY,
            },
            EqualScales = data.EqualAspect,
        };
    }
}
