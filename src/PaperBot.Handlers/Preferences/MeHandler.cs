using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Preferences;

/// <summary>A person's language, time zone and categories.</summary>
internal sealed class MeHandler(PreferenceEditor editor) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("me")
        {
            Aliases = ["我的"],
            Visibility = Visibility.Private,
            Parameters = PreferenceParameters.All,
        };

    public Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken) =>
        editor.EditAsync(
            request,
            PreferenceOwner.Of(request.Person.Id),
            "preferences.me",
            isChanged: false,
            cancellationToken
        );
}
