using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Readers;

/// <summary>What readers do with papers: votes, counts, reading lists.</summary>
internal static class ReadersServices
{
    public static void AddReaders(this IServiceCollection services)
    {
        services.AddSingleton<ICommandFollower, UseNoter>();
        services.AddSingleton<IPaperActions, VoteActions>();
        services.AddSingleton<SavedPapers>();
        services.AddSingleton<ICommandHandler, VoteHandler>();
        services.AddSingleton<ICommandHandler, SaveHandler>();
        services.AddSingleton<ICommandHandler, SavedHandler>();
        services.AddSingleton<ICommandHandler, SavedRemoveHandler>();
        services.AddSingleton<ICommandHandler, SavedExportHandler>();
        services.AddSingleton<ICommandHandler, TopHandler>();
    }
}
