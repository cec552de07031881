namespace PaperBot.Discord;

/// <summary>What to change in a message: null leaves alone, empty clears.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#edit-message"/>
/// </remarks>
public sealed record MessageEdit : DiscordObject
{
    /// <summary>Up to 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>Up to 10.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Who may be notified.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>Buttons and the like.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>
    /// The files to keep. Null keeps all, unless the call brings new ones: then what is not listed here is removed.
    /// </summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>SuppressEmbeds and IsComponentsV2 may be set.</summary>
    public MessageFlags? Flags { get; init; }
}
