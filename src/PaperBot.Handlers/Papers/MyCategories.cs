using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;

namespace PaperBot.Handlers.Papers;

/// <summary>The categories that somebody follows: the person's own, else those of the place or of what it stands in.</summary>
internal sealed class MyCategories(IPreferenceStore preferences)
{
    /// <summary>The selection; null when nobody has set one.</summary>
    public async Task<CategorySelection?> OfAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var owners = request.Place.Circles.Select(PreferenceOwner.Of).Prepend(PreferenceOwner.Of(request.Person.Id));
        foreach (var owner in owners)
        {
            var chosen = await preferences.ReadAsync(owner, cancellationToken);
            var text = chosen.GetValueOrDefault(PreferenceName.Categories);
            if (text is not null && CategorySelection.TryParse(text, out var selection, out _))
                return selection;
        }

        return null;
    }
}
