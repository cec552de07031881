using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Core.Texts;

namespace PaperBot.Pictures;

/// <summary>Draws one formula and one plot, and says what is switched off when that fails.</summary>
internal sealed class PictureHealth(IFormulaPictures formulas, IPlotPictures plots, IOptions<PictureOptions> options)
    : IHealthCheck
{
    private static readonly Plot Line = new([
        new PlotSeries(
            "",
            [
                [new PlotPoint(0, 0), new PlotPoint(1, 1)],
            ]
        ),
    ]);

    public string Name => "pictures";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var formula = await formulas.RenderAsync("x^2", true, PictureTheme.Light, cancellationToken);
        var plot = await plots.RenderAsync(Line, PictureTheme.Light, cancellationToken);
        return
        [
            Finding(formula, "formulas", options.Value.NodePath),
            Finding(plot, "plots", options.Value.GnuplotPath),
        ];
    }

    private static HealthFinding Finding(Outcome<Picture> outcome, string what, string program) =>
        outcome.IsOk
            ? new(HealthLevel.Good, Message.Of($"doctor.pictures.{what}.good", ("program", program)))
            : new(HealthLevel.Notice, Message.Of($"doctor.pictures.{what}.off", ("reason", outcome.Error.Message)));
}
