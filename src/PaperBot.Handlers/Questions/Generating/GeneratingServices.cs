using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Questions.Evidence;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>Answers of models: kept, asked for, checked.</summary>
internal static class GeneratingServices
{
    public static void AddGenerating(this IServiceCollection services)
    {
        services.AddSingleton<AnswerCheck>();
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton<AnswerClaim>();
        services.AddSingleton<PassageChoice>();
        services.AddSingleton<AskedStages>();
        services.AddSingleton<NoModelNote>();
        services.AddSingleton<AnswerDesk>();
    }
}
