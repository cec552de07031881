using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Models;
using PaperBot.Core.Privacy;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Llm.Prompts;

namespace PaperBot.Upstreams.Llm;

/// <summary>The part of <see cref="UpstreamsServiceCollectionExtensions.AddUpstreams"/> that asks language models.</summary>
internal static class LlmServices
{
    /// <summary>Models behind their queues, and the prompts. The store of usage comes from the storage.</summary>
    public static IServiceCollection AddLlm(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<LlmOptions, LlmOptionsFields>().BindConfiguration(LlmOptions.Section);
        services.AddSingleton<IValidateOptions<LlmOptions>, LlmOptionsCheck>();
        services.AddLlmHttp(LlmHttp.First, options => options);
        services.AddLlmHttp(LlmHttp.Fallback, options => options.Fallback);
        services.AddSingleton<BudgetNotices>();
        services.AddHostedService(provider => provider.GetRequiredService<BudgetNotices>());
        services.AddSingleton<ModelLedger>();
        services.AddSingleton<IModelBudget>(provider => provider.GetRequiredService<ModelLedger>());
        services.AddSingleton<ModelQuotas>();
        services.AddSingleton<LlmQueues>();
        services.AddSingleton<ILanguageModel, LanguageModel>();
        services.AddSingleton<IPrompts, PromptFolder>();
        services.AddHostedService<PromptsAtStart>();
        services.AddSingleton<IDataRecipient, LlmRecipient>();
        services.AddSingleton<IHealthCheck, LlmHealthCheck>();
        return services;
    }

    private static void AddLlmHttp(
        this IServiceCollection services,
        string name,
        Func<LlmOptions, LlmModelOptions> model
    ) =>
        services
            .AddUpstreamHttp(
                name,
                provider =>
                {
                    var options = model(provider.GetRequiredService<IOptions<LlmOptions>>().Value);
                    return new()
                    {
                        UserAgent = UserAgent.Of(""),
                        Proxy = options.Proxy,
                        Connections = options.Concurrency,
                    };
                }
            )
            .AddHttpMessageHandler(provider => new LlmFailureHandler(provider.GetRequiredService<TimeProvider>()));
}
