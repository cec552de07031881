using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary>Finds the subscription of this place that a command is about.</summary>
internal sealed class DigestFinder(ISubscriptionStore store)
{
    /// <summary>The parameter that names one.</summary>
    public static Parameter Parameter { get; } =
        new("id")
        {
            Positional = true,
            Aliases = ["编号"],
            MaxLength = 20,
        };

    /// <summary>The one that was named, or the only one.</summary>
    public async Task<Outcome<DigestSubscription>> FindAsync(CommandRequest request, CancellationToken ct)
    {
        var placed = DigestPlaces.Placed(request);
        if (!placed.IsOk)
            return placed.Error;
        request = placed.Value;
        var all = (await store.OfPlaceAsync(request.Place.Id, ct)).Where(one => one.Settings.Blog is null).ToList();
        if (all.Count == 0)
            return Errors.NotFound("digest.none");
        if (request.Text("id") is not { } id)
            return all.Count == 1 ? all[0] : Errors.UserInput("digest.which");
        return all.FirstOrDefault(one => one.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase)) is { } found
            ? found
            : Errors.NotFound("digest.unknown", ("typed", MarkdownText.Code(InputText.Shorten(id))));
    }
}
