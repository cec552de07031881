namespace PaperBot.Tests.Discord.Rest;

/// <summary>Holds every request until its gate opens.</summary>
internal sealed class GatedHttp(List<string> sent, Queue<TaskCompletionSource> gates) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        sent.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        var gate = new TaskCompletionSource();
        gates.Enqueue(gate);
        await gate.Task;
        return RestFixture.Ok();
    }
}
