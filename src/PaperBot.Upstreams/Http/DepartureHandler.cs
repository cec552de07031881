using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Http;

/// <summary>Stamps when an answer begins.</summary>
internal sealed class DepartureHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        Departure.Current?.Heard();
        return response;
    }
}
