using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Questions about papers and their evidence.</summary>
internal static class AskingServices
{
    public static void AddAsking(this IServiceCollection services)
    {
        services.AddSingleton<QuestionDocuments>();
        services.AddSingleton<AskNotes>();
        services.AddSingleton<ExtractiveAnswer>();
        services.AddSingleton<GeneratedAnswer>();
        services.AddSingleton<SaidBefore>();
        services.AddSingleton<Answering>();
        services.AddSingleton<IPaperActions, AskAction>();
        services.AddFreeTextRule<FollowUpRule>();
        services.AddCommand<AskHandler>();
        services.AddCommand<EvidenceHandler>();
    }
}
