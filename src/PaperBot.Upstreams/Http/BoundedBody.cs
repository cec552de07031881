using System.Buffers;

namespace PaperBot.Upstreams.Http;

/// <summary>Reads an answer's body up to a size, unpacked; a longer one is refused before it fills the memory.</summary>
internal static class BoundedBody
{
    /// <exception cref="BodyTooLargeException">It is longer than <paramref name="largest"/> bytes.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        // With an unpacking handler in between there is no length, and if there is one it is the real one.
        if (content.Headers.ContentLength > largest)
            throw new BodyTooLargeException(largest);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > largest)
                    throw new BodyTooLargeException(largest);
                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
