using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Pictures;

/// <summary>Plots as pictures.</summary>
public interface IPlotPictures
{
    /// <summary>Renders a plot of at most 20,000 points; the engine is fed numbers only, never text.</summary>
    Task<Outcome<Picture>> RenderAsync(Plot plot, PictureTheme theme, CancellationToken cancellationToken);
}
