using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Health;
using PaperBot.Core.Pictures;
using PaperBot.Core.Texts;
using PaperBot.Pictures.Formulas;
using PaperBot.Pictures.Plots;

namespace PaperBot.Pictures;

/// <summary>Formulas and plots as pictures.</summary>
public static class PicturesRegistration
{
    /// <summary>Adds <see cref="IFormulaPictures"/> and <see cref="IPlotPictures"/>, set by the section <c>Pictures</c>.</summary>
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services
            .AddOptions<PictureOptions>()
            .BindConfiguration(PictureOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new TextSource(typeof(PicturesRegistration).Assembly));
        services.AddSingleton<IFormulaPictures, MathJaxFormulas>();
        services.AddSingleton<IPlotPictures, GnuplotPlots>();
        services.AddSingleton<IHealthCheck, PictureHealth>();
        return services;
    }
}
