using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// The place that a command about digests means: this one, or one that an administrator names, because nobody can write
/// there (a group robot's).
/// </summary>
internal static class DigestPlaces
{
    /// <summary>The parameter that names a place: <c>platform:key</c>.</summary>
    public static Parameter Parameter { get; } = new("place") { Aliases = ["位置"], MaxLength = 240 };

    /// <summary>The request as if it were asked in that place.</summary>
    public static Outcome<CommandRequest> Placed(CommandRequest request)
    {
        if (request.Text("place") is not { } typed)
            return request;
        if (!request.IsAdministrator)
            return Errors.Refused("access.administrators");
        return PlaceId.TryParse(typed.Trim(), out var id)
            ? request with
            {
                Place = new Place(id, PlaceKind.Group),
            }
            : Errors.UserInput("digest.place", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
    }
}
