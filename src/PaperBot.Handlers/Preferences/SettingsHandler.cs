using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Preferences;

/// <summary>
/// A place's language, time zone and categories, for all in it who have not chosen their own, and the rules of its
/// server: where the bot answers and whom.
/// </summary>
internal sealed class SettingsHandler(PreferenceEditor editor, RulesEditor rules) : ICommandHandler
{
    private const string Scope = "scope";
    private const string Server = "server";

    public CommandSpec Spec { get; } =
        new("settings")
        {
            Aliases = ["设置"],
            WhoMay = WhoMay.PlaceManagers,
            Visibility = Visibility.Private,
            Parameters =
            [
                .. PreferenceParameters.All,
                .. RulesParameters.All,
                new Parameter(Scope, ParameterKind.Choice)
                {
                    Aliases = ["范围"],
                    Choices = [new Choice("channel", "here", "频道", "这里"), new Choice(Server, "guild", "服务器")],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var changes = await rules.ReadAsync(request, cancellationToken);
        if (!changes.IsOk)
            return changes.Error;
        var owner = PreferenceOwner.Of(
            request.Text(Scope) == Server ? request.Place.Outermost : Channel(request.Place)
        );
        var title = request.Text(Scope) == Server ? "preferences.server" : "preferences.settings";
        var reply = await editor.EditAsync(request, owner, title, changes.Value.Count > 0, cancellationToken);
        if (!reply.IsOk)
            return reply;
        await rules.WriteAsync(request.Place, changes.Value, cancellationToken);
        if (await rules.ShowAsync(request, PreferenceEditor.LocaleOf(request), cancellationToken) is not { } shown)
            return reply;
        var card = reply.Value.Cards[0];
        return reply.Value with { Cards = [card with { Markdown = $"{card.Markdown}\n\n{shown}" }] };
    }

    /// <summary>A thread has the settings of what it stands in.</summary>
    private static PlaceId Channel(Place place) =>
        place is { Kind: PlaceKind.Thread, Parent: { } parent } ? parent : place.Id;
}
