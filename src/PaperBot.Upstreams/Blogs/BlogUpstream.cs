using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Blogs;

/// <summary>One host behind its queue: one connection, one request an interval, longer where robots.txt asks for it.</summary>
internal sealed class BlogUpstream(string host, BlogHttp http, BlogsOptions options, TimeProvider time)
    : IUpstream<PageCall, PageAnswer>
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private long _delay;

    /// <summary>The Crawl-delay of robots.txt; at most a minute is kept.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delay));
        set => Interlocked.Exchange(ref _delay, Math.Min(value.Ticks, LongestDelay.Ticks));
    }

    public UpstreamPace Pace { get; } =
        UpstreamPace.Every(options.Interval, "blogs:" + host) with
        {
            DisplayName = Message.Of("upstream.blogs", ("host", host)),
            Capacity = 200,
            MaxAttempts = 3,
            AttemptTimeout = TimeSpan.FromSeconds(30),
        };

    public string KeyOf(PageCall call) => call.Address.AbsoluteUri;

    public IReadOnlyList<SlotCharge> ChargesOf(IReadOnlyList<PageCall> batch) =>
        Delay > options.Interval ? [new("requests", 1, Delay)] : Pace.Charges;

    public async Task<Attempt<PageAnswer>> SendAsync(
        IReadOnlyList<PageCall> batch,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    )
    {
        PageAnswer answer;
        HttpResponseMessage response;
        try
        {
            (answer, response) = await http.GetAsync(batch[0], cancellationToken);
        }
        catch (Exception exception) when (IsPrivate(exception))
        {
            return Answered(new PageAnswer(0, []) { IsPrivate = true });
        }
        // One page whose server stumbles must not stop the blog's other pages: 500 is an answer, 429 and 503 are not.
        if (answer.Status is 429 or 503 or 408)
            return HttpFailures.Of<PageAnswer>(response, time.GetUtcNow(), Errors.Internal("internal"))!;
        return Answered(answer);
    }

    private static Attempt<PageAnswer> Answered(PageAnswer answer) =>
        new Attempt<PageAnswer>.Answered([Outcome.Of(answer)]);

    private static bool IsPrivate(Exception exception) =>
        exception is AddressNotPermittedException || (exception.InnerException is { } inner && IsPrivate(inner));
}
