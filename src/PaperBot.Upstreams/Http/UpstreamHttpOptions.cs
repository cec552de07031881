using System.Net;

namespace PaperBot.Upstreams.Http;

/// <summary>How one upstream is reached over HTTP.</summary>
internal sealed record UpstreamHttpOptions
{
    /// <summary>Own name and version with a contact, as <see cref="Http.UserAgent.Of"/> makes it.</summary>
    public required string UserAgent { get; init; }

    /// <summary>What is accepted. .NET sends no such header by itself, and arXiv answers 406 without one.</summary>
    public string Accept { get; init; } = "*/*";

    /// <summary>
    /// <c>http://…</c>, <c>socks5://…</c>, <c>direct</c>, or null for what the environment says
    /// (<see cref="EnvironmentProxy"/>).
    /// </summary>
    public string? Proxy { get; init; }

    /// <summary>Connections to one server at most.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>Redirects that are followed; each is a request of its own, so none where the pace matters.</summary>
    public int Redirects { get; init; }

    /// <summary>An answer longer than this, unpacked, is not read.</summary>
    public int LargestBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Which addresses may be connected to; null for all. Asked at the connection, so that neither a redirect nor a name
    /// that changes gets round it. What a proxy connects to is the proxy's affair.
    /// </summary>
    public Func<IPAddress, bool>? Permits { get; init; }

    /// <summary>How long a connection may take to be set up.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
