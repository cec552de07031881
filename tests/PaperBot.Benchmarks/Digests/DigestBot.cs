using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Handlers;
using PaperBot.Handlers.Digests;
using PaperBot.Storage;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Readers;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Benchmarks.Digests;

/// <summary>Digests over the real stores and the real reading of arXiv, without its pace, on a clock of the campaign's.</summary>
internal sealed class DigestBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DigestBot(
        string database,
        TimeProvider clock,
        ArxivSimulator arxiv,
        IOutbox outbox,
        string instance,
        MonthPlan plan
    )
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = "Data Source=" + database,
            ["Arxiv:ApiUrl"] = arxiv.ApiUrl.AbsoluteUri,
            ["Arxiv:FeedUrl"] = arxiv.FeedUrl.AbsoluteUri,
            ["Arxiv:SiteUrl"] = arxiv.Address.AbsoluteUri,
            ["Arxiv:Proxy"] = "direct",
        };
        for (var i = 0; i < plan.Holidays.Count; i++)
            settings[FormattableString.Invariant($"Arxiv:Holidays:{i}")] = FormattableString.Invariant(
                $"{plan.Holidays[i]:yyyy-MM-dd}"
            );
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(clock);
        services.AddPaperBotStorage();
        services.AddUpstreams();
        services.AddHandlers();
        services.AddSingleton(outbox);
        services.AddSingleton(new HostFacts("campaign", clock.GetUtcNow(), instance));
        services.Replace(ServiceDescriptor.Singleton<ISummaries>(new OneSentence()));
        services.Replace(
            ServiceDescriptor.Singleton<IUpstreamQueue<ArxivCall, ArxivAnswer>>(provider => new DirectCalls(
                provider.GetRequiredService<ArxivUpstream>()
            ))
        );
        _services = services.BuildServiceProvider();
    }

    public ISubscriptionStore Subscriptions => _services.GetRequiredService<ISubscriptionStore>();

    public IDigestDeliveryStore Deliveries => _services.GetRequiredService<IDigestDeliveryStore>();

    public DigestClock Clock => _services.GetRequiredService<DigestClock>();

    /// <summary>One look of the job: plans and posts what is due.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await _services.GetRequiredService<DigestDesk>().RunAsync(cancellationToken);
        await _services.GetRequiredService<DigestCourier>().RunAsync(cancellationToken);
    }

    /// <summary>Subscribes a place.</summary>
    public async Task<DigestSubscription> SubscribeAsync(
        string id,
        Place place,
        DigestSettings settings,
        DateTimeOffset now
    )
    {
        var due = DigestClock.Next(settings, now, null);
        var subscription = new DigestSubscription(id, place, settings, now, Clock.Target(settings, due), due);
        await Subscriptions.AddAsync(subscription, PersonId.Parse("web:owner"), CancellationToken.None);
        return subscription;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
