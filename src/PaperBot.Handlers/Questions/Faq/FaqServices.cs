using Microsoft.Extensions.DependencyInjection;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>The FAQ of a paper.</summary>
internal static class FaqServices
{
    public static void AddFaq(this IServiceCollection services)
    {
        services.AddSingleton<FaqText>();
        services.AddSingleton<FaqReader>();
        services.AddSingleton<FaqReply>();
        services.AddSingleton<IPaperActions, FaqAction>();
        services.AddCommand<FaqHandler>();
    }
}
