using System.Globalization;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Rendering;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>
/// Buttons. A press has the presser's rights. Only who asked turns the pages of a message in place; others get a copy of
/// their own. The asker and moderators can delete a message.
/// </summary>
internal sealed class Presses(
    DiscordLink link,
    CustomIds ids,
    DiscordRenderer renderer,
    InteractionRunner runner,
    Forms forms,
    Asides asides
)
{
    public async Task TakeAsync(Interaction interaction, CancellationToken token)
    {
        var id = CustomId.Read(interaction.Data?.CustomId);
        var isOwner = id?.Owner is null || id.Owner == interaction.Invoker?.Id;
        switch (id?.Kind)
        {
            case CustomIdKind.Delete when isOwner || InteractionPlaces.Moderates(interaction):
                await DeleteAsync(interaction, token);
                break;
            case CustomIdKind.Delete:
                await asides.TellAsync(interaction, "discord.delete.others", token);
                break;
            case CustomIdKind.Page:
                await TurnAsync(interaction, id, isOwner, token);
                break;
            case CustomIdKind.Run or CustomIdKind.Replace when await ids.LineAsync(id, token) is { } line:
                if (Asking.Asks(line))
                    await forms.OpenAsync(interaction, line, token);
                else
                    await runner.RunAsync(interaction, line, [], isOwner && id.Kind == CustomIdKind.Replace, token);
                break;
            default:
                await asides.TellAsync(interaction, "discord.button.old", token);
                break;
        }
    }

    private async Task DeleteAsync(Interaction interaction, CancellationToken token)
    {
        var interactions = link.Client.Interactions;
        await interactions.RespondAsync(interaction, InteractionResponse.DeferUpdate, cancellationToken: token);
        await interactions.DeleteOriginalAsync(link.Application.Id, interaction.Token, token);
    }

    private async Task TurnAsync(Interaction interaction, CustomId id, bool isOwner, CancellationToken token)
    {
        var parts = id.Text.Split('/');
        var locale = InteractionPlaces.LocaleOf(interaction) ?? Locale.English;
        var owner = isOwner ? id.Owner : interaction.Invoker?.Id;
        var page =
            parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? await renderer.TurnAsync(
                    parts[0],
                    number,
                    isOwner ? null : Standing(interaction),
                    owner,
                    locale,
                    token
                )
                : null;
        if (page is null)
        {
            await asides.TellAsync(interaction, "discord.button.old", token);
            return;
        }
        var message = new InteractionMessage
        {
            Components = page.Components,
            Flags = MessageFlags.IsComponentsV2 | (isOwner ? 0 : MessageFlags.Ephemeral),
            AllowedMentions = AllowedMentions.None,
        };
        var response = isOwner ? InteractionResponse.Update(message) : InteractionResponse.Reply(message);
        await link.Client.Interactions.RespondAsync(interaction, response, cancellationToken: token);
    }

    /// <summary>Where the files of the pressed message stand, by name.</summary>
    private static Dictionary<string, string> Standing(Interaction interaction)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in interaction.Message?.Attachments ?? [])
            if (file is { Filename: { } name, Url: { } url })
                found[name] = url;
        foreach (var url in Shown(interaction.Message?.Components ?? []))
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
                found.TryAdd(Uri.UnescapeDataString(address.Segments[^1]), url);
        return found;
    }

    private static IEnumerable<string> Shown(IEnumerable<Component> components) =>
        components.SelectMany(component =>
            component switch
            {
                Container container => Shown(container.Components),
                MediaGallery gallery => gallery.Items.Select(item => item.Media.Url).OfType<string>(),
                FileDisplay { File.Url: { } url } => [url],
                _ => [],
            }
        );
}
