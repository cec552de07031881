using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Commands;
using PaperBot.Handlers.Blogs;
using PaperBot.Handlers.Papers.Citing;
using PaperBot.Handlers.Readers;

namespace PaperBot.Handlers.Papers;

/// <summary>The commands about papers.</summary>
internal static class PapersServices
{
    public static IServiceCollection AddPapers(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PaperFinder>();
        services.TryAddSingleton<ArticleFinder>();
        services.TryAddSingleton<UseCounts>();
        services.AddSingleton<PaperNames>();
        services.AddSingleton<PaperLine>();
        services.AddSingleton<PaperCard>();
        services.AddSingleton<PaperChoice>();
        services.AddSingleton<MyCategories>();
        services.AddSingleton<AnnouncementPages>();
        services.AddSingleton<SearchPages>();
        services.AddSingleton<RelatedPapers>();
        services.AddSingleton<IPaperActions, PaperLinkActions>();
        services.AddSingleton<IPaperActions, CiteAction>();
        services.AddSingleton<IPaperActions, RelatedAction>();
        services.AddSingleton<ICitationFormat, BibtexFormat>();
        services.AddSingleton<ICitationFormat, RisFormat>();
        services.AddSingleton<ICitationFormat, GbtFormat>();
        services.AddSingleton<ISuggestionSource, PaperSuggestions>();
        services.AddSingleton<ISuggestionSource, CategorySuggestions>();
        services.AddSingleton<ICommandHandler, PaperHandler>();
        services.AddSingleton<ICommandHandler, CiteHandler>();
        services.AddSingleton<ICommandHandler, ArxivNewHandler>();
        services.AddSingleton<ICommandHandler, ArxivSearchHandler>();
        services.AddSingleton<ICommandHandler, RelatedHandler>();
        return services;
    }
}
