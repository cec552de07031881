using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Questions.Pages;
using PaperBot.Handlers.Routing.Accepted;
using PaperBot.Handlers.Routing.Access;
using PaperBot.Handlers.Routing.FreeText;
using PaperBot.Handlers.Routing.Language;
using PaperBot.Handlers.Routing.Limits;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Routing;

/// <summary>The router and what it is made of.</summary>
internal static class RoutingServices
{
    public static void AddRouting(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITexts, TextCatalogue>();
        services.AddSingleton(new TextSource(typeof(RoutingServices).Assembly));
        services
            .AddOptionsWithValidateOnStart<AccessOptions, AccessValidator>()
            .BindConfiguration(AccessOptions.Section);
        services
            .AddOptionsWithValidateOnStart<LimitsOptions, LimitsValidator>()
            .BindConfiguration(LimitsOptions.Section);
        services
            .AddOptionsWithValidateOnStart<RequestsOptions, RequestsValidator>()
            .BindConfiguration(RequestsOptions.Section);
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddSingleton<AccessGate>();
        services.AddSingleton<CommandCatalogue>();
        services.AddSingleton<CommandReader>();
        services.AddSingleton<SurroundingsReader>();
        services.AddSingleton<RecentRequests>();
        services.AddSingleton<RequestLimiter>();
        services.AddSingleton<RunTable>();
        services.AddSingleton<RequestLedger>();
        services.TryAddSingleton<IPaperPages, NoPaperPages>();
        services.AddSingleton<LongReplies>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<ErrorWords>();
        services.AddSingleton<RouterMetrics>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<ICommandRouter>(provider => provider.GetRequiredService<CommandRouter>());
        services.AddFreeTextRule<AskedRule>();
        services.AddFreeTextRule<NumberedChoiceRule>();
        services.AddFreeTextRule<BareNameRule>();
        services.AddFreeTextRule<PaperIdsRule>();
        services.AddFreeTextRule<SignRule>();
        services.AddFreeTextRule<GreetingRule>();
        services.AddFreeTextRule<TitleRule>();
    }

    public static void AddFreeTextRule<T>(this IServiceCollection services)
        where T : class, IFreeTextRule => services.AddSingleton<IFreeTextRule, T>();

    public static void AddCommand<T>(this IServiceCollection services)
        where T : class, ICommandHandler => services.AddSingleton<ICommandHandler, T>();
}
