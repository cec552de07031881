using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;
using Attempt = PaperBot.Upstreams.Queueing.Attempt<byte[]>;

namespace PaperBot.Upstreams.Documents;

/// <summary>Files of papers behind a queue of their own, so that a slow download never delays a look-up.</summary>
internal sealed partial class DocumentUpstream(
    IHttpClientFactory clients,
    IOptions<DocumentOptions> options,
    IOptions<ArxivOptions> arxiv,
    TimeProvider time,
    ILogger<DocumentUpstream> logger
) : IUpstream<DocumentCall, byte[]>
{
    public const string Name = "arxiv-documents";

    public UpstreamPace Pace { get; } =
        UpstreamPace.Every(options.Value.Interval, Name) with
        {
            AttemptTimeout = options.Value.AttemptTimeout,
            MaxAttempts = 3,
        };

    public string KeyOf(DocumentCall call) => $"{call.Kind} {call.Paper}";

    public async Task<Attempt> SendAsync(
        IReadOnlyList<DocumentCall> batch,
        IAttemptProgress progress,
        CancellationToken cancellationToken
    )
    {
        var call = batch[0];
        using var client = clients.CreateClient(DocumentHttp.Client);
        var folder = call.Kind == DocumentFile.Html ? "html" : "pdf";
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(arxiv.Value.SiteUrl, $"{folder}/{call.Paper}")
        );
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        try
        {
            var body = await BoundedBody.ReadAsync(response.Content, options.Value.LargestFile, cancellationToken);
            var reply = new ArxivReply((int)response.StatusCode, body, RetryAfter.Read(response, time.GetUtcNow()));
            return Read(call, reply);
        }
        catch (BodyTooLargeException)
        {
            return Final(Outcome.Fail<byte[]>(DocumentErrors.TooLarge(options.Value.LargestFile / 1_000_000)));
        }
    }

    private Attempt Read(DocumentCall call, ArxivReply reply)
    {
        switch (reply.Status)
        {
            case var _ when reply.IsThrottled:
                return new Attempt.Throttled(reply.RetryAt);
            case 401 or 403 or 451:
                return new Attempt.Refused(DocumentErrors.Blocked());
            case 400 or 404 or 410 or (>= 300 and < 400):
                return Final(Outcome.Fail<byte[]>(DocumentErrors.NoFile(call.Paper)));
            case not 200:
                return new Attempt.Unavailable(reply.RetryAt);
        }

        var isRight = call.Kind == DocumentFile.Pdf ? FileType.IsPdf(reply.Body) : FileType.IsPaperHtml(reply.Body);
        if (isRight)
            return Final(Outcome.Of(reply.Body));
        // A page that asks whether one is a robot is arXiv's way to say "too many".
        if (call.Kind == DocumentFile.Pdf || FileType.IsCaptcha(reply.Body))
        {
            Log.Captcha(logger, call.Kind, call.Paper.ToString());
            return new Attempt.Throttled(reply.RetryAt);
        }
        return Final(Outcome.Fail<byte[]>(DocumentErrors.NoFile(call.Paper)));
    }

    private static Attempt.Answered Final(Outcome<byte[]> outcome) => new([outcome]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "arXiv sent another page in place of the {Kind} of {Paper}.")]
        public static partial void Captcha(ILogger logger, DocumentFile kind, string paper);
    }
}
