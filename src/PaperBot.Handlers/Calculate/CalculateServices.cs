using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Calculator;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Calculate;

/// <summary>The calculator and formulas as pictures.</summary>
internal static class CalculateServices
{
    public static void AddCalculate(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new TextSource(typeof(CalculatorEngine).Assembly));
        services.AddSingleton<Calculation>();
        services.AddSingleton<PlotDrawing>();
        services.AddCommand<CalcHandler>();
        services.AddCommand<LatexHandler>();
    }
}
