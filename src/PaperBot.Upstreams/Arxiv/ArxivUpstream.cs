using System.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;
using Attempt = PaperBot.Upstreams.Queueing.Attempt<PaperBot.Upstreams.Arxiv.ArxivAnswer>;
using CallAnswer = PaperBot.Upstreams.Queueing.CallAnswer<PaperBot.Upstreams.Arxiv.ArxivAnswer>;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// arXiv behind its queue: API, feeds and listing pages together, because its terms count them together. What it
/// really does is in the recorded cases that the tests replay; a refusal never becomes "no papers".
/// </summary>
internal sealed partial class ArxivUpstream(
    ArxivHttp http,
    IOptions<ArxivOptions> options,
    ILogger<ArxivUpstream> logger
) : IUpstream<ArxivCall, ArxivAnswer>
{
    public const string Name = "arxiv-api";
    private const int MostFeedsAtOnce = 20;

    private readonly ArxivOptions _options = options.Value;
    private readonly EmptyAnswers _emptyAnswers = new();

    public UpstreamPace Pace { get; } =
        UpstreamPace.Every(options.Value.Interval, Name) with
        {
            LargestBatch = options.Value.BatchSize,
            Capacity = options.Value.Capacity,
            AttemptTimeout = options.Value.AttemptTimeout,
            LongestRetryAfter = options.Value.LongestRetryAfter,
        };

    public string KeyOf(ArxivCall call) =>
        call switch
        {
            ArxivCall.LookUp lookUp => $"id {lookUp.Id}",
            ArxivCall.Search search => ArxivRequests.Search(_options, search.Query).Query,
            ArxivCall.Feed feed => $"feed {feed.Subject}",
            ArxivCall.Listing listing => ArxivRequests.Listing(_options, listing.Subject, listing.Day).PathAndQuery,
            _ => throw new ArgumentOutOfRangeException(nameof(call)),
        };

    public bool CanJoin(IReadOnlyList<ArxivCall> batch, ArxivCall next) =>
        (batch[0], next) switch
        {
            // Two versions of one paper could not be told apart by the order of the answer.
            (ArxivCall.LookUp, ArxivCall.LookUp { Id: var id }) => !batch.Any(call =>
                ((ArxivCall.LookUp)call).Id.Paper == id.Paper
            ),
            (ArxivCall.Feed first, ArxivCall.Feed other) => batch.Count < MostFeedsAtOnce
                && !IsArchive(first.Subject)
                && !IsArchive(other.Subject),
            _ => false,
        };

    public async Task<Attempt> SendAsync(
        IReadOnlyList<ArxivCall> batch,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    )
    {
        ArxivReply reply;
        try
        {
            reply = await http.GetAsync(AddressOf(batch), cancellationToken);
        }
        catch (BodyTooLargeException exception)
        {
            Log.Unreadable(logger, exception.Message);
            return new Attempt.Unavailable();
        }

        if (Refusal(reply, batch[0]) is { } refused)
            return refused;
        try
        {
            return Read(batch, reply);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            Log.Unreadable(logger, exception.Message);
            return new Attempt.Unavailable();
        }
    }

    private Uri AddressOf(IReadOnlyList<ArxivCall> batch) =>
        batch[0] switch
        {
            ArxivCall.LookUp => ArxivRequests.LookUp(_options, batch.Select(call => ((ArxivCall.LookUp)call).Id)),
            ArxivCall.Search search => ArxivRequests.Search(_options, search.Query),
            ArxivCall.Feed => ArxivRequests.Feed(_options, batch.Select(call => ((ArxivCall.Feed)call).Subject)),
            ArxivCall.Listing listing => ArxivRequests.Listing(_options, listing.Subject, listing.Day),
            _ => throw new ArgumentOutOfRangeException(nameof(batch)),
        };

    /// <summary>What a status means; null when the body is to be read.</summary>
    private static Attempt? Refusal(ArxivReply reply, ArxivCall first) =>
        reply.Status switch
        {
            _ when reply.IsThrottled => new Attempt.Throttled(reply.RetryAt),
            200 => null,
            // The query API explains a 400 in an Atom feed.
            400 when reply.Body.Length > 0 && first is ArxivCall.LookUp or ArxivCall.Search => null,
            400 or 404 or 410 or 414 => new Attempt.BadBatch(BadRequestOf(first)),
            401 or 403 or 451 => new Attempt.Refused(ArxivErrors.Blocked()),
            >= 300 and < 400 => new Attempt.Refused(ArxivErrors.Moved()),
            _ => new Attempt.Unavailable(reply.RetryAt),
        };

    private static Error BadRequestOf(ArxivCall call) =>
        call switch
        {
            ArxivCall.LookUp lookUp => ArxivErrors.BadId(lookUp.Id),
            ArxivCall.Search => ArxivErrors.BadSearch(),
            ArxivCall.Feed feed => ArxivErrors.NoList(feed.Subject),
            ArxivCall.Listing listing => ArxivErrors.NoList(listing.Subject),
            _ => ArxivErrors.BadRequest(),
        };

    private Attempt Read(IReadOnlyList<ArxivCall> batch, ArxivReply reply)
    {
        if (reply.Body.Length == 0)
            throw new InvalidDataException("The answer is empty.");
        using var body = new MemoryStream(reply.Body, writable: false);
        switch (batch[0])
        {
            case ArxivCall.LookUp:
                return Papers(batch, AtomReader.ReadQuery(body, _options.LongestAnswer), reply.Status);
            case ArxivCall.Search search:
                return Page(search, AtomReader.ReadQuery(body, _options.LongestAnswer), reply.Status);
            case ArxivCall.Feed:
                return Feeds(batch, AnnouncementFeedReader.Read(body, _options.LongestAnswer, ArxivDays.Of));
            default:
                return new Attempt.Answered([Answer(new ArxivAnswer.Announced(ListingPageReader.Read(body)))]);
        }
    }

    private Attempt Papers(IReadOnlyList<ArxivCall> batch, AtomFeed feed, int status)
    {
        var first = ((ArxivCall.LookUp)batch[0]).Id;
        if (feed.Error is not null || status != 200)
            return new Attempt.BadBatch(ArxivErrors.BadId(first));
        var byPaper = feed.Papers.ToLookup(paper => paper.Id);
        var isShort = feed.Total > feed.Papers.Count;
        return new Attempt.Answered([.. batch.Select(call => AnswerTo(((ArxivCall.LookUp)call).Id))]);

        CallAnswer AnswerTo(ArxivId id)
        {
            var found = byPaper[id.WithoutVersion].FirstOrDefault(p => id.Version is null || p.Version == id.Version);
            if (found is not null)
            {
                _emptyAnswers.Forget(id);
                return Answer(new ArxivAnswer.Found(found));
            }

            // arXiv counts a paper and leaves it out: sometimes by mistake, and of an unknown one always.
            return isShort && _emptyAnswers.IsFirst(id)
                ? CallAnswer.Missing
                : Outcome.Fail<ArxivAnswer>(ArxivErrors.NoSuchPaper(id));
        }
    }

    private Attempt Page(ArxivCall.Search search, AtomFeed feed, int status)
    {
        if (feed.Error is { } error)
        {
            Log.SearchRefused(logger, error);
            var isOurs =
                error.Contains("start", StringComparison.Ordinal)
                || error.Contains("max_results", StringComparison.Ordinal);
            return new Attempt.BadBatch(isOurs ? ArxivErrors.BadRequest() : ArxivErrors.BadSearch());
        }

        if (status != 200)
            return new Attempt.BadBatch(ArxivErrors.BadSearch());
        var total = feed.Total ?? search.Query.Skip + feed.Papers.Count;
        var isMissing = feed.Papers.Count == 0 && total > search.Query.Skip;
        return new Attempt.Answered([
            isMissing ? CallAnswer.Missing : Answer(new ArxivAnswer.Page(feed.Papers, total)),
        ]);
    }

    private static Attempt Feeds(IReadOnlyList<ArxivCall> batch, ArxivListing all)
    {
        var subjects = batch.Select(call => ((ArxivCall.Feed)call).Subject).ToList();
        if (subjects.Count == 1)
            return new Attempt.Answered([Answer(new ArxivAnswer.Announced(all))]);
        // A full feed is cut: each half by itself may fit.
        if (all.Papers.Count >= AnnouncementFeedReader.MostEntries)
            return new Attempt.BadBatch(ArxivErrors.NoList(subjects[0]));
        return new Attempt.Answered([
            .. subjects.Select(subject => Answer(new ArxivAnswer.Announced(AnnouncementFeedReader.Of(all, subject)))),
        ]);
    }

    private static CallAnswer Answer(ArxivAnswer answer) => Outcome.Of(answer);

    private static bool IsArchive(string subject) =>
        ArxivCategories.TryFind(subject, out var category) && category.IsArchive;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "arXiv's answer cannot be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "arXiv does not take a search: {Reason}")]
        public static partial void SearchRefused(ILogger logger, string reason);
    }
}
