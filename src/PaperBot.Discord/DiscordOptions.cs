namespace PaperBot.Discord;

/// <summary>Settings of a <see cref="DiscordClient"/>. Only the token has no default.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot's token, without "Bot ". It is a password.</summary>
    public required string Token { get; init; }

    /// <summary>The API with its version.</summary>
    public Uri ApiUrl { get; init; } = new("https://discord.com/api/v10/");

    /// <summary>The program's page, for Discord's User-Agent.</summary>
    public Uri ProgramUrl { get; init; } = new("https://example.invalid/paperbot");

    /// <summary>The program's version, for Discord's User-Agent.</summary>
    public string ProgramVersion { get; init; } = "1";

    /// <summary>A proxy for HTTP and the gateway; null means what the environment says (<c>HTTPS_PROXY</c>).</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Which events to be sent. The default needs nothing privileged.</summary>
    public GatewayIntents Intents { get; init; } =
        GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages;

    /// <summary>How many shards; null asks Discord. All of them run in this process.</summary>
    public int? Shards { get; init; }

    /// <summary>Whether the gateway's stream is compressed. Default true.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>How many events may wait for the handler, a shard, before reading stops. Default 4096.</summary>
    public int EventBuffer { get; init; } = 4096;

    /// <summary>Requests a second over all routes; interactions are not counted. Default 50.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>A limit longer than this is an error and not a wait. Default one minute.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one attempt of a request may take. Default 30 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts of a request that may be repeated. Default 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>
    /// Invalid answers (401, 403, 429) in ten minutes after which nothing more is sent; Discord bans at 10,000 for the
    /// address, which other programs may share. Default 5,000.
    /// </summary>
    public int InvalidRequests { get; init; } = 5_000;

    /// <summary>The largest answer that is read, in bytes. Default 16 MiB.</summary>
    public int LargestAnswer { get; init; } = 16 << 20;

    /// <summary>The same with an address that ends in a slash and a token without "Bot ".</summary>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    internal DiscordOptions Checked()
    {
        var token = Token.StartsWith("Bot ", StringComparison.Ordinal) ? Token[4..] : Token;
        if (token.Length == 0 || token.Any(letter => letter is <= ' ' or > '~'))
            throw new ArgumentException("A token consists of visible ASCII letters.", nameof(Token));
        if (!ApiUrl.IsAbsoluteUri || ApiUrl.Query.Length > 0)
            throw new ArgumentException("The API's address is absolute and without a query.", nameof(ApiUrl));
        if (RequestsPerSecond < 1 || Attempts < 1 || EventBuffer < 1 || Shards < 1 || LargestAnswer < 1)
            throw new ArgumentException("Numbers are at least 1.");
        var url = ApiUrl.AbsoluteUri;
        return this with { Token = token, ApiUrl = url.EndsWith('/') ? ApiUrl : new Uri(url + '/') };
    }

    /// <summary>Only that there are options: the token is not for logs.</summary>
    public override string ToString() => nameof(DiscordOptions);
}
