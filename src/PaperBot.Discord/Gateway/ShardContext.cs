namespace PaperBot.Discord.Gateway;

/// <summary>What the shards of one client share.</summary>
internal sealed class ShardContext
{
    public required DiscordOptions Options { get; init; }

    public required DiscordSeams Seams { get; init; }

    public required IGatewayConnector Connector { get; init; }

    public required Chance Chance { get; init; }

    public required IdentifyLimit Limit { get; init; }

    /// <summary>The gateway's address as Discord gave it at the start.</summary>
    public required Uri Url { get; init; }

    public required int Shards { get; init; }

    public required Func<GatewayEvent, CancellationToken, ValueTask> OnEvent { get; init; }

    /// <summary>What the bot seems to be doing, for the next session.</summary>
    public PresenceUpdate? Presence { get; set; }

    /// <summary>Adds version, encoding and compression, the same for identify and resume.</summary>
    public Uri WithQuery(Uri address) =>
        new UriBuilder(address)
        {
            Path = address.AbsolutePath,
            Query = $"v=10&encoding=json{(Options.Compress ? "&compress=zlib-stream" : "")}",
        }.Uri;
}
