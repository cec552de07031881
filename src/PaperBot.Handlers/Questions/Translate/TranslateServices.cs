using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Models;
using PaperBot.Handlers.Questions.Summaries;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Questions.Translate;

/// <summary>Translations and one-sentence summaries.</summary>
internal static class TranslateServices
{
    public static void AddTranslate(this IServiceCollection services)
    {
        services.AddSingleton<ISummaries, PaperSummaries>();
        services.AddCommand<TranslateHandler>();
    }
}
