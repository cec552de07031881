namespace PaperBot.Testing.Discord;

/// <summary>What kind of Discord is simulated.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The only token that is taken.</summary>
    public string Token { get; init; } = "simulated-token";

    /// <summary>Requests a second over all routes but interactions.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>How long a nonce protects against a second message; zero: never.</summary>
    public TimeSpan NonceMemory { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of the files of one message.</summary>
    public long UploadLimit { get; init; } = 10 << 20;

    /// <summary>Milliseconds between two heartbeats.</summary>
    public int HeartbeatInterval { get; init; } = 41250;

    /// <summary>What <c>/gateway/bot</c> recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Identifies at once, every five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Identifies a day.</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>Whether a message with the nonce of an earlier one is that one.</summary>
    public bool KnowsNonces { get; init; } = true;

    /// <summary>Which of the privileged intents are enabled for the app.</summary>
    public int PrivilegedIntents { get; init; }

    /// <summary>How long a session can be resumed after its connection ended.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The folder with Discord's OpenAPI description and the gateway's schemas; null checks nothing.</summary>
    public string? Schemas { get; init; } = TestData.Find("discord");
}
