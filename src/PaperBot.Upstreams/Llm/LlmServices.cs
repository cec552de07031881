using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Core.Models;
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
        services.AddSingleton<IPrompts, PromptFolder>();
        services.AddHostedService<PromptsAtStart>();
        return services;
    }
}
