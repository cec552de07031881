using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Blogs;

/// <summary>The queue of every host that is asked, with what its robots.txt says.</summary>
internal sealed class BlogHosts(
    IUpstreamQueueFactory queues,
    BlogHttp http,
    IOptions<BlogsOptions> options,
    TimeProvider time
)
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan RobotsFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan RobotsAgain = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Lazy<Host>> _hosts = new(StringComparer.Ordinal);

    /// <summary>Gets a page, if its host's robots.txt lets it be read.</summary>
    public async Task<Outcome<Fetched>> GetAsync(PageCall call, Caller caller, CancellationToken cancellationToken)
    {
        if (!MayAsk(call.Address))
            return new Fetched(call.Address, null, Core.Articles.PageState.NotPublic);
        var host = HostOf(call.Address);
        var rules = await RulesAsync(host, call.Address, caller, cancellationToken);
        if (!rules.IsOk)
            return rules.Error;
        if (!rules.Value.Allows(call.Address.PathAndQuery))
            return new Fetched(call.Address, null, Core.Articles.PageState.Forbidden);
        var answer = await host.Queue.CallAsync(call, caller, cancellationToken);
        return answer.Then(value => new Fetched(call.Address, value, StateOf(value)));
    }

    /// <summary>The sitemaps that robots.txt names.</summary>
    public async Task<IReadOnlyList<Uri>> SitemapsAsync(Uri address, Caller caller, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(HostOf(address), address, caller, cancellationToken);
        return rules.IsOk ? rules.Value.Sitemaps : [];
    }

    private Host HostOf(Uri address)
    {
        var name = address.IsDefaultPort
            ? address.IdnHost
            : FormattableString.Invariant($"{address.IdnHost}:{address.Port}");
        return _hosts.GetOrAdd(name, key => new(() => Make(key))).Value;
    }

    private Host Make(string name)
    {
        var upstream = new BlogUpstream(name, http, options.Value, time);
        return new(upstream, queues.Create<PageCall, PageAnswer>(upstream));
    }

    private async Task<Outcome<RobotsRules>> RulesAsync(
        Host host,
        Uri address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (host.Rules is { } known && known.Until > time.GetUtcNow())
            return known.Rules;
        var read = await RobotsAsync(address, caller, cancellationToken);
        if (!read.IsOk)
            return read.Error;
        // RFC 9309: what is not there forbids nothing; while a server stumbles nothing is read, and nothing is decided.
        Outcome<RobotsRules> rules = read.Value switch
        {
            { Status: >= 500 } or { IsCut: true } => host.Errors.Down(null),
            { IsTooLarge: true } => RobotsRules.Nothing,
            { Status: >= 200 and < 300 } ok => RobotsRules.Read(ok.Body, BlogHttp.Robot),
            _ => RobotsRules.Everything,
        };
        host.Upstream.Delay = rules.IsOk ? rules.Value.Delay : TimeSpan.Zero;
        host.Rules = new(rules, time.GetUtcNow() + (rules.IsOk ? RobotsFor : RobotsAgain));
        return rules;
    }

    // Redirects count up to five, also to other hosts; what they lead to are the rules of the host that was asked.
    private async Task<Outcome<PageAnswer>> RobotsAsync(Uri address, Caller caller, CancellationToken cancellationToken)
    {
        var at = new Uri(address, "/robots.txt");
        for (var i = 0; ; i++)
        {
            if (!MayAsk(at))
                return new PageAnswer(0, []) { IsPrivate = true };
            var answer = await HostOf(at).Queue.CallAsync(new(at), caller, cancellationToken);
            if (
                i == MostRedirects
                || answer
                    is not {
                        IsOk: true,
                        Value: { Status: > 300 and < 400, Location: { Scheme: "http" or "https" } to }
                    }
            )
                return answer;
            at = to;
        }
    }

    private bool MayAsk(Uri address) => options.Value.AllowPrivateAddresses || PublicAddress.MayAsk(address);

    private static Core.Articles.PageState? StateOf(PageAnswer answer) =>
        answer switch
        {
            { IsPrivate: true } => Core.Articles.PageState.NotPublic,
            { IsTooLarge: true } => Core.Articles.PageState.TooLarge,
            { IsCut: true } => Core.Articles.PageState.Failed,
            { Status: 404 or 410 } => Core.Articles.PageState.Gone,
            { Status: >= 400 } => Core.Articles.PageState.Failed,
            _ => null,
        };

    private sealed class Host(BlogUpstream upstream, IUpstreamQueue<PageCall, PageAnswer> queue)
    {
        public BlogUpstream Upstream => upstream;

        public IUpstreamQueue<PageCall, PageAnswer> Queue => queue;

        public QueueErrors Errors { get; } = new(upstream.Pace.DisplayName);

        public volatile Known? Rules;
    }

    private sealed record Known(Outcome<RobotsRules> Rules, DateTimeOffset Until);
}
