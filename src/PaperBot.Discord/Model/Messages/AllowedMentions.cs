namespace PaperBot.Discord;

/// <summary>Who may be notified by the text. An empty <see cref="Parse"/> with no ids notifies nobody.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#allowed-mentions-object"/>
/// </remarks>
public sealed record AllowedMentions : DiscordObject
{
    /// <summary><c>roles</c>, <c>users</c>, <c>everyone</c>: every mention of that kind counts.</summary>
    public IReadOnlyList<string>? Parse { get; init; }

    /// <summary>Only these roles, up to 100.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>Only these people, up to 100.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>Whether a reply notifies the other author.</summary>
    public bool? RepliedUser { get; init; }

    /// <summary>Notifies nobody, whatever the text says.</summary>
    public static AllowedMentions None { get; } = new() { Parse = [], RepliedUser = false };

    /// <summary>Notifies these people and nobody else.</summary>
    public static AllowedMentions Only(params IReadOnlyList<Snowflake> users) =>
        new()
        {
            Parse = [],
            Users = users,
            RepliedUser = false,
        };
}
