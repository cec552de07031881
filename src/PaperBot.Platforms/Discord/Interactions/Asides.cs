using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>One sentence to one person, when there is nothing to run.</summary>
internal sealed class Asides(DiscordLink link, ITexts texts)
{
    public Task TellAsync(Interaction interaction, string key, CancellationToken cancellationToken)
    {
        var locale = InteractionPlaces.LocaleOf(interaction) ?? Locale.English;
        var message = new InteractionMessage
        {
            Components = [new TextDisplay { Content = texts.Get(locale, key) }],
            Flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
            AllowedMentions = AllowedMentions.None,
        };
        return link.Client.Interactions.RespondAsync(
            interaction,
            InteractionResponse.Reply(message),
            cancellationToken: cancellationToken
        );
    }
}
