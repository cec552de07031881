using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;

namespace PaperBot.Benchmarks.Digests;

/// <summary>Draws nothing: no digest of the campaigns has a formula.</summary>
internal sealed class NoFormulas : IFormulaPictures
{
    public Task<Outcome<Picture>> RenderAsync(
        string tex,
        bool display,
        PictureTheme theme,
        CancellationToken cancellationToken
    ) => Task.FromResult<Outcome<Picture>>(Errors.UpstreamDown("pictures.none", null));
}
