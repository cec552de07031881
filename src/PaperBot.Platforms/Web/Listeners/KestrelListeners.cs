using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace PaperBot.Platforms.Web.Listeners;

/// <summary>Opens the doors that the configuration names, and marks each connection with its door.</summary>
internal sealed class KestrelListeners(IOptions<WebOptions> web, IOptions<PublicOptions> outside)
    : IConfigureOptions<KestrelServerOptions>
{
    private const long LargestBody = 256 * 1024;
    private const long MostConnections = 2_000;

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
        options.Limits.MaxConcurrentConnections = MostConnections;
        Open(options, web.Value.Url, ListenerKind.Private);
        Open(options, outside.Value.Listen, ListenerKind.Public);
    }

    private static void Open(KestrelServerOptions options, string url, ListenerKind kind)
    {
        if (!ListenAddress.TryParse(url, out var address))
            return;
        var feature = new ListenerFeature(kind);
        address.Listen(
            options,
            listen =>
                listen.Use(next =>
                    connection =>
                    {
                        connection.Features.Set(feature);
                        return next(connection);
                    }
                )
        );
    }
}
