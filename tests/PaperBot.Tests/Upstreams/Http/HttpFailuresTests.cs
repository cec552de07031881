using System.Net;
using PaperBot.Core.Outcomes;
using PaperBot.Upstreams.Http;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Http;

public sealed class HttpFailuresTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly Error Bad = Errors.UserInput("paper.id");

    [Fact]
    public void Too_many_requests_are_throttled_with_their_time() =>
        Of(429, "7").ShouldBe(new Attempt<int>.Throttled(Now.AddSeconds(7)));

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(599)]
    public void Failures_of_the_server_are_weather(int status) =>
        Of(status, "7").ShouldBe(new Attempt<int>.Unavailable(Now.AddSeconds(7)));

    [Theory]
    [InlineData(400)]
    [InlineData(414)]
    public void A_request_that_is_not_taken_is_a_bad_batch(int status) =>
        Of(status).ShouldBe(new Attempt<int>.BadBatch(Bad));

    [Theory]
    [InlineData(200)]
    [InlineData(304)]
    [InlineData(401)]
    [InlineData(404)]
    public void The_rest_is_for_the_upstream_to_read(int status) => Of(status).ShouldBeNull();

    private static Attempt<int>? Of(int status, string? retryAfter = null)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return HttpFailures.Of<int>(response, Now, Bad);
    }
}
