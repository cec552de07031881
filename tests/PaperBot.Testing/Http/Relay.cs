namespace PaperBot.Testing.Http;

internal static class Relay
{
    /// <summary>Copies until one side hangs up.</summary>
    public static async Task BothWaysAsync(Stream a, Stream b, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var copies = new[] { a.CopyToAsync(b, ended.Token), b.CopyToAsync(a, ended.Token) };
        await Task.WhenAny(copies);
        await ended.CancelAsync();
        try
        {
            await Task.WhenAll(copies);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // One side hung up, which ends both.
        }
    }
}
