using System.Net;
using PaperBot.Discord;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Discord.Rest;

/// <summary>A client over a stub and a manual clock.</summary>
internal sealed class RestFixture : IDisposable
{
    public static readonly Snowflake Channel = new(500);

    public RestFixture(Func<HttpRequestMessage, HttpResponseMessage>? answer = null, DiscordOptions? options = null)
    {
        Http = new StubHttp(answer ?? (_ => Ok()));
        Client = new DiscordClient(
            (options ?? new DiscordOptions { Token = "secret" }) with
            {
                ApiUrl = new Uri("https://api.test/api/v10"),
            },
            new DiscordSeams
            {
                Http = Http,
                Time = Clock,
                Random = new Random(11),
            }
        );
    }

    public ManualTimeProvider Clock { get; } = new();

    public StubHttp Http { get; }

    public DiscordClient Client { get; }

    public static HttpResponseMessage Ok(params (string, string)[] headers) =>
        StubHttp.Json("""{"id":"1","channel_id":"500"}""", HttpStatusCode.OK, headers);

    public static HttpResponseMessage Limited(double seconds, string scope = "user") =>
        StubHttp.Json(
            $$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":{{(scope == "global" ? "true" : "false")}}}""",
            HttpStatusCode.TooManyRequests,
            ("Retry-After", "99"),
            ("X-RateLimit-Scope", scope)
        );

    public static (string, string)[] Bucket(int remaining, double resetAfter, string name = "bucket") =>
        [
            ("X-RateLimit-Limit", "5"),
            ("X-RateLimit-Remaining", $"{remaining}"),
            ("X-RateLimit-Reset", "1470173023"),
            ("X-RateLimit-Reset-After", $"{resetAfter}"),
            ("X-RateLimit-Bucket", name),
        ];

    public Task<Message> PostAsync(ulong channel = 500, string content = "x", string? nonce = null) =>
        Client.Messages.CreateAsync(
            new Snowflake(channel),
            new MessageCreate
            {
                Content = content,
                Nonce = nonce,
                EnforceNonce = nonce is null ? null : true,
            },
            cancellationToken: TestContext.Current.CancellationToken
        );

    public void Dispose() => Client.Dispose();
}
