using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Preferences;

/// <summary>A place's language, time zone and categories, for all in it who have not chosen their own.</summary>
internal sealed class SettingsHandler(PreferenceEditor editor) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("settings")
        {
            Aliases = ["设置"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = PreferenceParameters.All,
        };

    public Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        // A thread has the settings of what it stands in.
        var place = request.Place is { Kind: PlaceKind.Thread, Parent: { } parent } ? parent : request.Place.Id;
        return editor.EditAsync(request, PreferenceOwner.Of(place), "preferences.settings", cancellationToken);
    }
}
