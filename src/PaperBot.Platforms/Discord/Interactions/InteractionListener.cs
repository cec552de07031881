using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>Commands, buttons, forms and completions, each off the gateway's loop.</summary>
internal sealed class InteractionListener(
    DiscordWork work,
    DiscordLink link,
    ICommandRouter router,
    CommandText commands,
    AttachedFiles attached,
    InteractionRunner runner,
    Presses presses,
    Forms forms,
    Asides asides
) : IDiscordListener
{
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        if (received.Data is Interaction interaction)
            work.TryBegin(interaction.Type.ToString(), token => TakeAsync(interaction, token));
        return ValueTask.CompletedTask;
    }

    private Task TakeAsync(Interaction interaction, CancellationToken token) =>
        interaction switch
        {
            { Type: InteractionType.ApplicationCommandAutocomplete, Data: { } data } => CompleteAsync(
                interaction,
                data,
                token
            ),
            { Type: InteractionType.ApplicationCommand, Data: { Type: ApplicationCommandType.Message } data } =>
                MenuAsync(interaction, data, token),
            { Type: InteractionType.ApplicationCommand, Data: { } data } => CommandAsync(interaction, data, token),
            { Type: InteractionType.MessageComponent } => presses.TakeAsync(interaction, token),
            { Type: InteractionType.ModalSubmit } => forms.TakeAsync(interaction, token),
            _ => Task.CompletedTask,
        };

    private Task CommandAsync(Interaction interaction, InteractionData data, CancellationToken token) =>
        commands.Find(data) is var (spec, options)
            ? runner.RunAsync(
                interaction,
                CommandText.LineOf(spec, options),
                attached.Of(data, options),
                inPlace: false,
                token
            )
            : asides.TellAsync(interaction, "discord.unknown", token);

    private async Task MenuAsync(Interaction interaction, InteractionData data, CancellationToken token)
    {
        if (commands.LineOf(data) is not { } line)
            await asides.TellAsync(interaction, "discord.menu.nothing", token);
        else if (Asking.Asks(line))
            await forms.OpenAsync(interaction, line, token);
        else
            await runner.RunAsync(interaction, line, [], inPlace: false, token);
    }

    private async Task CompleteAsync(Interaction interaction, InteractionData data, CancellationToken token)
    {
        var choices = new List<CommandChoice>();
        if (
            interaction.Invoker is { } user
            && commands.Find(data) is var (spec, options)
            && options.FirstOrDefault(option => option.Focused is true) is { } typed
            // Who is not let in is offered nothing: what is offered may name papers of the server's library.
            && await router.MayUseAsync(InteractionPlaces.IncomingOf(interaction, user, ""), spec.Name, token)
        )
        {
            var locale = InteractionPlaces.LocaleOf(interaction) ?? Locale.English;
            var offered = await router.SuggestAsync(spec.Name, typed.Name, typed.Text ?? "", locale, token);
            choices.AddRange(
                offered
                    .Where(suggestion => suggestion.Value.Length is > 0 and <= LongestChoice)
                    .Take(MostChoices)
                    .Select(s => CommandChoice.Of(CommandWords.Cut(s.Label, LongestChoice), s.Value))
            );
        }
        await link.Client.Interactions.RespondAsync(
            interaction,
            InteractionResponse.Choices(choices),
            cancellationToken: token
        );
    }
}
