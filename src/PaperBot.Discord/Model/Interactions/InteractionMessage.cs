namespace PaperBot.Discord;

/// <summary>A message as first answer, as edit by a press, or as follow-up.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-messages"/>
/// </remarks>
public sealed record InteractionMessage : DiscordObject
{
    /// <summary>Read aloud.</summary>
    public bool? Tts { get; init; }

    /// <summary>Up to 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>Up to 10.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Who may be notified.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>
    /// SuppressEmbeds, Ephemeral, IsComponentsV2 and SuppressNotifications may be set; a deferral takes Ephemeral only.
    /// </summary>
    public MessageFlags? Flags { get; init; }

    /// <summary>Buttons and the like.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Filled in from the files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }
}
