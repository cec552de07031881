using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;

namespace PaperBot.Testing.Pictures;

/// <summary>Engines of pictures that a test fills; as they are, none is installed.</summary>
public sealed class FakePictures : IFormulaPictures, IPlotPictures
{
    /// <summary>What a drawn picture is.</summary>
    public static Picture Drawn { get; } = new(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, 10, 10);

    /// <summary>Draws formulas.</summary>
    public Func<string, bool, PictureTheme, Outcome<Picture>> Formula { get; set; } =
        (_, _, _) => Errors.UpstreamDown("pictures.formula.missing", retryAt: null);

    /// <summary>Draws plots.</summary>
    public Func<Plot, Outcome<Picture>> Plot { get; set; } =
        _ => Errors.UpstreamDown("pictures.plot.missing", retryAt: null);

    /// <inheritdoc />
    public Task<Outcome<Picture>> RenderAsync(
        string tex,
        bool display,
        PictureTheme theme,
        CancellationToken cancellationToken
    ) => Task.FromResult(Formula(tex, display, theme));

    /// <inheritdoc />
    public Task<Outcome<Picture>> RenderAsync(Plot plot, PictureTheme theme, CancellationToken cancellationToken) =>
        Task.FromResult(Plot(plot));
}
