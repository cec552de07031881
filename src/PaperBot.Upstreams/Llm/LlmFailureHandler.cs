using System.Text;
using PaperBot.Upstreams.Http;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// Takes failures before an SDK sees them, so that all of them tell status and Retry-After in one way and none is tried
/// again by itself.
/// </summary>
internal sealed class LlmFailureHandler(TimeProvider time) : DelegatingHandler
{
    private const int LongestBody = 16_000;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var retryAt = RetryAfter.Read(response, time.GetUtcNow());
            var body = await BeginningAsync(response.Content, cancellationToken);
            throw new LlmHttpException((int)response.StatusCode, retryAt, body);
        }
    }

    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[LongestBody];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            // The status says enough.
            return "";
        }
    }
}
