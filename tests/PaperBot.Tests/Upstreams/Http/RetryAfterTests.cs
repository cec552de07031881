using PaperBot.Upstreams.Http;

namespace PaperBot.Tests.Upstreams.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("0", 0.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("-3", 0.0)]
    [InlineData("1e300", 31_536_000.0)]
    [InlineData("Infinity", 31_536_000.0)]
    [InlineData("Mon, 05 Jan 2026 12:00:30 GMT", 30.0)]
    [InlineData("Mon, 05 Jan 2026 11:00:00 GMT", 0.0)]
    public void Both_forms_are_read_and_the_past_means_now(string value, double seconds) =>
        RetryAfter.Read(Response(value), Now).ShouldBe(Now.AddSeconds(seconds));

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("Mon, 99 Jan 2026 12:00:30 GMT")]
    public void What_cannot_be_understood_says_nothing(string value) =>
        RetryAfter.Read(Response(value), Now).ShouldBeNull();

    [Fact]
    public void Without_the_header_nothing_is_said() => RetryAfter.Read(new HttpResponseMessage(), Now).ShouldBeNull();

    [Fact]
    public void A_date_is_taken_against_the_answers_own_date()
    {
        var response = Response("Mon, 05 Jan 2026 09:00:40 GMT");
        response.Headers.Date = Now.AddHours(-3);

        RetryAfter.Read(response, Now).ShouldBe(Now.AddSeconds(40));
    }

    private static HttpResponseMessage Response(string retryAfter)
    {
        var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
