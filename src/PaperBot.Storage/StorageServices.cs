using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Core.Conversations;
using PaperBot.Core.Digests;
using PaperBot.Core.Documents;
using PaperBot.Core.Health;
using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;
using PaperBot.Core.Privacy;
using PaperBot.Core.Queues;
using PaperBot.Core.Readers;
using PaperBot.Core.Requests;
using PaperBot.Core.Search;
using PaperBot.Core.Texts;
using PaperBot.Storage.Articles;
using PaperBot.Storage.Backups;
using PaperBot.Storage.Configuration;
using PaperBot.Storage.Conversations;
using PaperBot.Storage.Digests;
using PaperBot.Storage.Documents;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Health;
using PaperBot.Storage.Migrations;
using PaperBot.Storage.Models;
using PaperBot.Storage.Papers;
using PaperBot.Storage.Preferences;
using PaperBot.Storage.Privacy;
using PaperBot.Storage.Queues;
using PaperBot.Storage.Readers;
using PaperBot.Storage.Requests;
using PaperBot.Storage.Uses;

namespace PaperBot.Storage;

/// <summary>Adds the stores.</summary>
public static class StorageServices
{
    /// <summary>
    /// Every store port of Core over the database that the section <c>Storage</c> names. Nothing is opened before the
    /// first use.
    /// </summary>
    public static IServiceCollection AddPaperBotStorage(this IServiceCollection services)
    {
        services
            .AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsCheck>()
            .BindConfiguration(StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new TextSource(typeof(StorageServices).Assembly));

        services.AddSingleton(EngineOf);
        services.AddSingleton(PatienceOf);
        services.AddSingleton<Migrator>();
        services.AddSingleton<Database>();

        services.AddSingleton(DerivedFilesOf);

        services.AddSingleton<UseLog>();
        services.AddHostedService<UseLogJob>();
        services.AddSingleton<IPaperStore, PaperStore>();
        services.AddSingleton<IPaperChanges, PaperChanges>();
        services.AddSingleton<IAnnouncementStore, AnnouncementStore>();
        services.AddSingleton<IArticleStore, ArticleStore>();
        services.AddSingleton<IBlogStore, BlogStore>();
        services.AddSingleton<IDocumentStore, DocumentStore>();
        services.AddSingleton<IAnswerStore, AnswerStore>();
        services.AddSingleton<IModelUsageStore, ModelUsageStore>();
        services.AddSingleton<IAcceptedRequestStore, AcceptedRequestStore>();
        services.AddSingleton<IPreferenceStore, PreferenceStore>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IShortLineStore, ShortLineStore>();
        services.AddSingleton<ITranscriptStore, TranscriptStore>();
        services.AddSingleton<ISubscriptionStore, SubscriptionStore>();
        services.AddSingleton<IDigestDeliveryStore, DigestDeliveryStore>();
        services.AddSingleton<IPaperUseStore, PaperUseStore>();
        services.AddSingleton<ISavedPaperStore, SavedPaperStore>();
        services.AddSingleton<ISlotStore, SlotStore>();

        services.AddSingleton<IStorageStatus, StorageReader>();
        services.AddSingleton<IHealthCheck, StorageCheck>();
        services.AddSingleton(BackupOf);
        services.AddSingleton<IPersonalData, BlockedPersons>();
        foreach (var table in PersonalTables.All)
            services.AddSingleton<IPersonalData>(provider =>
                ActivatorUtilities.CreateInstance<PersonalTable>(provider, table)
            );
        services.AddHostedService<AgeLimits>();
        return services;
    }

    private static StorageOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static Engine EngineOf(IServiceProvider provider) =>
        StorageTarget.Of(OptionsOf(provider)) switch
        {
            { File: { } file } => new SqliteEngine(file),
            var target => new PostgresEngine(target.Postgres!),
        };

    private static DerivedFiles DerivedFilesOf(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        var file = StorageTarget.Of(options).File ?? Path.Combine(options.Directory, "paperbot.db");
        return new(Path.GetFullPath(Path.ChangeExtension(file, null)));
    }

    private static Patience PatienceOf(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<TimeProvider>(),
            new Random(Guid.NewGuid().GetHashCode()),
            OptionsOf(provider).RetryFor
        );

    private static IStorageBackup BackupOf(IServiceProvider provider) =>
        provider.GetRequiredService<Engine>() is SqliteEngine engine
            ? new SqliteBackup(
                provider.GetRequiredService<Database>(),
                engine,
                provider.GetRequiredService<TimeProvider>()
            )
            : new PostgresBackup();
}
