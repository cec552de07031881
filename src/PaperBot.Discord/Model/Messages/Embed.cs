namespace PaperBot.Discord;

/// <summary>A framed card; up to 10 in a message with 6000 characters over all.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#embed-object"/>
/// </remarks>
public sealed record Embed : DiscordObject
{
    /// <summary>Up to 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Always <c>rich</c> for bots.</summary>
    public string? Type { get; init; }

    /// <summary>Up to 4096 characters of Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Where the title leads.</summary>
    public string? Url { get; init; }

    /// <summary>Shown in the reader's zone.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The bar, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>The small last line.</summary>
    public EmbedFooter? Footer { get; init; }

    /// <summary>A large picture.</summary>
    public EmbedMedia? Image { get; init; }

    /// <summary>A small picture.</summary>
    public EmbedMedia? Thumbnail { get; init; }

    /// <summary>A video; only Discord makes these.</summary>
    public EmbedMedia? Video { get; init; }

    /// <summary>Where a preview comes from.</summary>
    public EmbedProvider? Provider { get; init; }

    /// <summary>The line above the title.</summary>
    public EmbedAuthor? Author { get; init; }

    /// <summary>Up to 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }
}
