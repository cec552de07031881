using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Documents;
using PaperBot.Search.Evidence;

namespace PaperBot.Search;

/// <summary>Puts the finder of evidence together.</summary>
public static class SearchEvidenceServices
{
    /// <summary>Adds <see cref="IEvidenceFinder"/>.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton<IEvidenceFinder, EvidenceFinder>();
        return services;
    }
}
