using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Pictures;
using PaperBot.Pictures.Formulas;
using PaperBot.Pictures.Plots;

namespace PaperBot.Tests.Pictures;

/// <summary>The real engines, which test.sh installs.</summary>
internal static class Engines
{
    public static MathJaxFormulas Formulas(Action<PictureOptions>? change = null) =>
        new(Options(change), TimeProvider.System, NullLogger<MathJaxFormulas>.Instance);

    public static GnuplotPlots Plots(Action<PictureOptions>? change = null) =>
        new(Options(change), TimeProvider.System);

    private static IOptions<PictureOptions> Options(Action<PictureOptions>? change)
    {
        var options = new PictureOptions { Timeout = TimeSpan.FromMinutes(1) };
        change?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }
}
