using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>The queueing part of <see cref="UpstreamsServiceCollectionExtensions.AddUpstreams"/>.</summary>
internal static class QueueingServices
{
    /// <summary>What all queues share. An <see cref="ISlotStore"/> comes from the storage.</summary>
    public static IServiceCollection AddQueueing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<Func<Random>>(_ => () => new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        services.TryAddSingleton(_ => SlotOwner.ThisProcess());
        services.TryAddSingleton<QueueRegistry>();
        services.TryAddSingleton<IQueueMonitor>(provider => provider.GetRequiredService<QueueRegistry>());
        services.TryAddSingleton<QueueMeters>();
        services.TryAddSingleton<IUpstreamQueueFactory, UpstreamQueueFactory>();
        services.AddHostedService<QueueDrain>();
        return services;
    }

    /// <summary>The one queue in front of <typeparamref name="TUpstream"/>.</summary>
    public static IServiceCollection AddUpstreamQueue<TCall, TResult, TUpstream>(this IServiceCollection services)
        where TCall : notnull
        where TUpstream : class, IUpstream<TCall, TResult>
    {
        services.TryAddSingleton<TUpstream>();
        services.AddSingleton(provider =>
            provider
                .GetRequiredService<IUpstreamQueueFactory>()
                .Create<TCall, TResult>(provider.GetRequiredService<TUpstream>())
        );
        return services;
    }
}
