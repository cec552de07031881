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
        List<PreferenceOwner> owners = [PreferenceOwner.Of(request.Person.Id), PreferenceOwner.Of(request.Place.Id)];
        if (request.Place.Parent is { } parent)
            owners.Add(PreferenceOwner.Of(parent));
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
