using System.Text;

namespace PaperBot.Testing.Http;

/// <summary>HTTP/1.1 by hand, for servers and proxies of a few lines.</summary>
public static class HttpText
{
    /// <summary>Reads up to the empty line; null when the other side hung up before a request.</summary>
    public static async Task<string?> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            head.Append((char)one[0]);
            if (head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n")
                return head.ToString();
        }

        return null;
    }

    /// <summary>An answer with a length, on a connection that stays open.</summary>
    public static ReadOnlyMemory<byte> Answer(string body, string status = "200 OK", string headers = "") =>
        Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
        );
}
