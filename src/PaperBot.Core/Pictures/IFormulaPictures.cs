using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Pictures;

/// <summary>Formulas as pictures.</summary>
public interface IFormulaPictures
{
    /// <summary>Renders TeX of mathematics mode, without delimiters, at most 4,000 characters.</summary>
    /// <param name="tex">The source; hostile text is normal.</param>
    /// <param name="display">True for a formula on a line of its own.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The picture; or an error of kind user input with the engine's short excerpt (<c>excerpt</c>), or of kind
    /// upstream down when the engine is missing or was killed for time or memory.
    /// </returns>
    Task<Outcome<Picture>> RenderAsync(
        string tex,
        bool display,
        PictureTheme theme,
        CancellationToken cancellationToken
    );
}
