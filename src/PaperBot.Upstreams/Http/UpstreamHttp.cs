using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Upstreams.Http;

/// <summary>The one place where HTTP clients for upstreams are built.</summary>
internal static class UpstreamHttp
{
    /// <summary>A proxy setting that means none at all.</summary>
    public const string Direct = "direct";

    /// <summary>
    /// The client <paramref name="name"/> of the <see cref="IHttpClientFactory"/>. Time-outs are the queue's business;
    /// nothing is logged, because addresses may hold keys.
    /// </summary>
    public static IHttpClientBuilder AddUpstreamHttp(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, UpstreamHttpOptions> options
    ) =>
        services
            .AddHttpClient(name)
            .ConfigureHttpClient((provider, client) => Configure(client, options(provider)))
            .ConfigurePrimaryHttpMessageHandler(provider =>
                CreateHandler(options(provider), Environment.GetEnvironmentVariable)
            )
            // A second handler would be a second set of connections; they age by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    /// <summary>A client of its own, for what lives outside of the container.</summary>
    public static HttpClient CreateClient(UpstreamHttpOptions options, Func<string, string?> environment)
    {
        var client = new HttpClient(CreateHandler(options, environment));
        Configure(client, options);
        return client;
    }

    /// <summary>The handler: connections, proxy, redirects, unpacking, departure stamps.</summary>
    /// <exception cref="FormatException">A proxy's address cannot be read.</exception>
    public static HttpMessageHandler CreateHandler(UpstreamHttpOptions options, Func<string, string?> environment)
    {
        var proxy = ProxyOf(options.Proxy, environment);
        return new DepartureHandler(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = options.Redirects > 0,
                MaxAutomaticRedirections = Math.Max(1, options.Redirects),
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = options.ConnectTimeout,
                MaxConnectionsPerServer = options.Connections,
                // Kept open between two slots, so that a request leaves at its slot and not after a handshake.
                PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
                PooledConnectionLifetime = TimeSpan.FromMinutes(15),
                UseCookies = false,
                UseProxy = proxy is not null,
                Proxy = proxy,
                ConnectCallback = (context, token) => ConnectAsync(context, proxy, options.Permits, token),
            }
        );
    }

    private static void Configure(HttpClient client, UpstreamHttpOptions options)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = options.LargestBody;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", options.Accept);
    }

    /// <summary>The proxy that a setting means; null for none.</summary>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    public static IWebProxy? ProxyOf(string? setting, Func<string, string?> environment)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return new EnvironmentProxy(environment);
        if (setting.Equals(Direct, StringComparison.OrdinalIgnoreCase))
            return null;
        var address = ProxyAddress.Parse(setting, "The proxy setting");
        return new WebProxy(address) { Credentials = new ProxyCredentials([address]) };
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        IWebProxy? proxy,
        Func<IPAddress, bool>? permits,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (permits is null || IsThroughProxy(context, proxy))
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            else
                await socket.ConnectAsync(
                    await PermittedAsync(context.DnsEndPoint, permits, cancellationToken),
                    context.DnsEndPoint.Port,
                    cancellationToken
                );
            return new DepartureStream(new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsThroughProxy(SocketsHttpConnectionContext context, IWebProxy? proxy) =>
        context.InitialRequestMessage.RequestUri is { } address && proxy?.GetProxy(address) is not null;

    // What was looked at is what is connected to: the name is not resolved a second time.
    private static async Task<IPAddress[]> PermittedAsync(
        DnsEndPoint server,
        Func<IPAddress, bool> permits,
        CancellationToken cancellationToken
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(server.Host, cancellationToken);
        var permitted = addresses.Where(permits).ToArray();
        return permitted.Length > 0 ? permitted : throw new AddressNotPermittedException(server.Host);
    }
}
