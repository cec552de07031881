namespace PaperBot.Discord;

/// <summary>A message to post. One of content, embeds, components or files must be there.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#create-message"/>
/// </remarks>
public sealed record MessageCreate : DiscordObject
{
    /// <summary>Up to 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>Up to 25 characters, to recognise this message by.</summary>
    public string? Nonce { get; init; }

    /// <summary>
    /// Discord looks for the nonce among the author's messages of the last minutes and, if found, returns that message
    /// instead of posting again.
    /// </summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>Read aloud.</summary>
    public bool? Tts { get; init; }

    /// <summary>Up to 10.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Who may be notified; null means everybody whom the text mentions.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>The message to answer.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>
    /// Buttons and the like: up to 5 rows, or with <see cref="MessageFlags.IsComponentsV2"/> 40 in all.
    /// </summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Filled in from the files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>SuppressEmbeds, SuppressNotifications and IsComponentsV2 may be set.</summary>
    public MessageFlags? Flags { get; init; }
}
