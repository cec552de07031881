using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Answering;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>Asks for the value that a line lacks, by a form.</summary>
internal sealed class Forms(
    DiscordLink link,
    ICommandRouter router,
    CustomIds ids,
    InteractionRunner runner,
    CommandWords words,
    ITexts texts,
    Asides asides
)
{
    private const string Field = "value";
    private const int LongestTitle = 45;
    private const int LongestLabel = 45;
    private const int LongestHint = 100;
    private const int LongestValue = 4_000;

    public async Task OpenAsync(Interaction interaction, string line, CancellationToken token)
    {
        if (SpecOf(line) is not { } spec)
        {
            await asides.TellAsync(interaction, "discord.button.old", token);
            return;
        }
        var locale = InteractionPlaces.LocaleOf(interaction) ?? Locale.English;
        var parameter = Asking.ParameterAt(spec, line);
        var hint = parameter is null ? spec.TextKey + ".description" : CommandWords.ParameterKey(spec, parameter);
        var modal = new Modal
        {
            CustomId = await ids.WriteAsync(CustomIdKind.Form, interaction.Invoker?.Id, line, 0, token),
            Title = CommandWords.Cut("/" + spec.Name, LongestTitle),
            Components =
            [
                new Label
                {
                    Text = CommandWords.Cut(texts.Get(locale, "discord.form"), LongestLabel),
                    Description = words.In(locale, hint, LongestHint),
                    Component = new TextInput
                    {
                        CustomId = Field,
                        Style = TextInputStyle.Paragraph,
                        Required = true,
                        MaxLength = Math.Min(LongestValue, parameter?.MaxLength ?? LongestValue),
                    },
                },
            ],
        };
        await link.Client.Interactions.RespondAsync(
            interaction,
            InteractionResponse.Form(modal),
            cancellationToken: token
        );
    }

    public async Task TakeAsync(Interaction interaction, CancellationToken token)
    {
        var id = CustomId.Read(interaction.Data?.CustomId);
        var line = id is { Kind: CustomIdKind.Form } ? await ids.LineAsync(id, token) : null;
        var value = Value(interaction.Data?.Components ?? []);
        if (line is null || value is null || SpecOf(line) is not { } spec)
            await asides.TellAsync(interaction, "discord.button.old", token);
        else
            await runner.RunAsync(interaction, Asking.Fill(spec, line, value.Trim()), [], inPlace: false, token);
    }

    private static string? Value(IEnumerable<Component> components) =>
        components
            .SelectMany(component =>
                component switch
                {
                    Label { Component: { } inner } => [inner],
                    ActionRow row => row.Components,
                    _ => [component],
                }
            )
            .OfType<TextInput>()
            .FirstOrDefault(input => input.CustomId == Field)
            ?.Value;

    /// <summary>The command that a line names: the longest name that it begins with.</summary>
    private CommandSpec? SpecOf(string line) =>
        router
            .Specs.Where(spec =>
                line.AsSpan(1).StartsWith(spec.Name) && line.AsSpan(1 + spec.Name.Length) is [] or [' ', ..]
            )
            .MaxBy(spec => spec.Name.Length);
}
