using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NSubstitute;
using PaperBot.Core.Articles;
using PaperBot.Core.Documents;
using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Search;
using PaperBot.Testing.Documents;
using PaperBot.Testing.Models;
using PaperBot.Testing.Papers;
using PaperBot.Tests.Handlers.Blogs;
using PaperBot.Tests.Handlers.Digests;

namespace PaperBot.Tests.Handlers;

/// <summary>
/// What all handlers together need and a test of some of them does not look at: no blogs, no subscriptions, no texts, no
/// model. What the test has registered before stays.
/// </summary>
internal static class RestOfTheBot
{
    public static IServiceCollection AddRestOfTheBot(this IServiceCollection services)
    {
        if (services.All(s => s.ServiceType != typeof(IBlogReader)))
            services.AddNoBlogs();
        services.AddNoDigests();
        services.TryAddSingleton<IPaperStore>(new InMemoryPaperStore());
        services.TryAddSingleton<IDocumentSource>(new FakeDocumentSource());
        services.TryAddSingleton<IDocumentStore>(new InMemoryDocumentStore());
        services.TryAddSingleton<IAnswerStore, InMemoryAnswerStore>();
        services.TryAddSingleton<ILanguageModel>(ScriptedModel.None());
        services.TryAddSingleton<IPrompts, ScriptedPrompts>();
        services.TryAddSingleton(Substitute.For<IModelBudget>());
        services.TryAddSingleton(Substitute.For<IModelUsageStore>());
        services.AddEvidence();
        return services;
    }
}
