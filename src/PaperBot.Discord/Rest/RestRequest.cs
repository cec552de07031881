namespace PaperBot.Discord.Rest;

/// <summary>One call before it is sent; its body is made anew for every attempt.</summary>
/// <param name="Route">Where to.</param>
internal sealed record RestRequest(Route Route)
{
    /// <summary>After the path, with its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>The JSON, in UTF-8.</summary>
    public byte[]? Json { get; init; }

    /// <summary>With files the body is multipart and the JSON its first part.</summary>
    public IReadOnlyList<DiscordFile> Files { get; init; } = [];

    /// <summary>
    /// Whether sending twice does no more than sending once, so that a lost answer may be tried again.
    /// </summary>
    public bool Repeatable { get; init; }
}
